"""Safekeeping: backups that are verified, thinned and restored, and archives published as one read-only file.

A copy is made in three steps, so that a window can have each where it belongs:

    taking = backing.begin(session)                # at once, on the session's thread
    raw = taking.run(tell)                         # on a thread of its own; the archive can be used meanwhile
    backing.finish(raw, folder, at)                # in a process of its own: written anew, verified, put there
    publishing.finish(raw, target, at)             # or this

`raw` and every answer are plain data. `backing.back_up` and `publishing.publish` do all of it in one go.
What goes wrong is `Trouble`, and nothing half is left then.
"""
