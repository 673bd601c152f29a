"""``python -m criteria`` is the command line."""

import sys

from criteria.cli import main

sys.exit(main())
