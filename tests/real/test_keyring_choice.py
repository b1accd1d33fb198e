"""Which keyrings are looked at."""

from __future__ import annotations

import subprocess
import sys


def test_keyrings_of_other_systems_are_not_imported(home):
    """The one for macOS would start a compiler, in a process that holds secrets."""
    code = """if True:
        import sys

        def hook(event, args):
            assert event not in ("subprocess.Popen", "os.posix_spawn", "os.fork"), args

        sys.addaudithook(hook)
        from vmgui.secret.keyring_store import place

        place()
        assert "keyring.backends.SecretService" in sys.modules
        assert "keyring.backends.macOS" not in sys.modules
    """
    subprocess.run([sys.executable, "-c", code], check=True)
