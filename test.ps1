# Checks everything: .\test.ps1 [--only-pytest] [--full] [ARGS of pytest...], set-up included.
. (Join-Path $PSScriptRoot 'packaging\setup\prepare.ps1')
Set-Location $PSScriptRoot
$ErrorActionPreference = 'Continue'
$rest = @($args)
$static = $true
$mark = @()
while ($rest.Count -and $rest[0] -in '--only-pytest', '--full') {  # ours come first, the rest is pytest's
    if ($rest[0] -eq '--full') { $mark = '-m', 'full or not full' } else { $static = $false }
    $rest = @($rest | Select-Object -Skip 1)
}

$script:failed = 0
function Check($name, [string[]]$command) {  # all of them run: one red line must not hide the next
    [Console]::Error.WriteLine("== $name")
    & $python @command
    if ($LASTEXITCODE) { $script:failed = 1 }
}

if ($static) {
    Check 'ruff' @('-m', 'ruff', 'check')
    Check 'ruff format' @('-m', 'ruff', 'format', '--check')
    Check 'mypy' @('-m', 'mypy')
    Check 'import-linter' @('-c', 'from importlinter.cli import lint_imports_command as main; main()', '--no-logo')
}
Check 'pytest' (@('-m', 'pytest') + $mark + $rest)
exit $script:failed
