"""The long proofs: what the record promises, each promise tried at full size."""
