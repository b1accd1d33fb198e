"""The part of the package that is compiled; everything else is in pyproject.toml."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "vmgui_aead._runs",
            ["vmgui_aead/runs.c"],
            extra_compile_args=["-O2"],
            optional=True,  # without a compiler the plug-in does without it
            py_limited_api=True,  # it knows nothing of Python, so one fits them all
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
