"""The packages in a real Moodle: ``make lms MOODLE=folder``.

    python -m lms --moodle FOLDER [--site site] [--pictures FOLDER] [--only KIND]

Starts a database and a web server that nobody outside this machine can reach, installs
Moodle from the folder, imports every package of the built site in every language, takes
one of each kind as a learner at a desk and with a phone, and prints what Moodle's own
database then holds. Ends all that it started and leaves nothing behind.

What lives here: the proof, which is no part of ``make test`` since it needs Moodle's
source, PHP and MariaDB. What does not: the packages (``guide.export``), and any line of
Moodle's.
"""
