"""The windows: what people see and touch. It shows and asks; every act goes through the session."""
