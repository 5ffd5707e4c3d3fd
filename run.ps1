# Starts the workstation: .\run.ps1 [ARGS...] is main.py [ARGS...], set-up included.
. (Join-Path $PSScriptRoot 'packaging\setup\prepare.ps1')
& $python (Join-Path $PSScriptRoot 'main.py') @args
exit $LASTEXITCODE
