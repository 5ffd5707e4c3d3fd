# Makes this checkout ready to run: uv and the locked Python environment. Windows has the rest.
# Does nothing when all is there. Says everything on stderr: stdout belongs to the program.
$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
$state = Join-Path $root '.setup'
$python = Join-Path $root '.venv\Scripts\python.exe'
$uv = Join-Path $state 'uv\Scripts\uv.exe'
$stamp = Join-Path $state 'ready'
$uvVersion = '0.13.9'

function Say($text) { [Console]::Error.WriteLine($text) }
function Fail($text) { Say $text; exit 3 }

function Get-Key {  # changes when anything that the environment is made from changes
    $files = 'uv.lock', 'pyproject.toml', 'packaging\setup\prepare.ps1'
    ($files | ForEach-Object { (Get-FileHash (Join-Path $root $_)).Hash }) -join ' '
}

function Test-Ready {
    (Test-Path $python) -and (Test-Path $stamp) -and ((Get-Content -Raw $stamp).Trim() -eq (Get-Key))
}

function Find-Python {  # by running it: the shop's alias "python" has nothing behind it
    $question = 'import sys; (3, 11) <= sys.version_info < (3, 14) and print(sys.executable)'
    $ways = @('py', '-3.13'), @('py', '-3.12'), @('py', '-3.11'), @('python')
    foreach ($way in $ways) {
        if (-not (Get-Command $way[0] -ErrorAction SilentlyContinue)) { continue }
        $rest = @($way | Select-Object -Skip 1)
        # a way that fails may write to stderr, which old PowerShell takes for a fault of its own
        try { $found = & $way[0] @rest -c $question 2>$null } catch { continue }
        if ($LASTEXITCODE -eq 0 -and $found) { return "$found".Trim() }
    }
    Fail '需要 Python 3.11、3.12 或 3.13 / Python 3.11, 3.12 or 3.13 is needed and was not found'
}

function New-Environment {
    Say '正在准备 Python 环境（首次需数分钟）…… / preparing the Python environment (the first time takes minutes)'
    $base = Find-Python
    if (-not (Test-Path $uv) -or ((& $uv --version) -split ' ')[1] -ne $uvVersion) {
        & $base -m venv --clear (Join-Path $state 'uv') | Out-Null
        & (Join-Path $state 'uv\Scripts\python.exe') -m pip install --quiet "uv==$uvVersion" | Out-Null
        if ($LASTEXITCODE) { Fail '无法取得 uv / could not get uv' }
    }
    $env:UV_PROJECT_ENVIRONMENT = Join-Path $root '.venv'
    & $uv sync --system-certs --quiet --frozen --compile-bytecode --no-python-downloads --python $base --project $root | Out-Null
    if ($LASTEXITCODE) { Fail '无法准备 Python 环境 / could not prepare the Python environment' }
}

Remove-Item Env:PYTHONHOME, Env:PYTHONPATH, Env:VIRTUAL_ENV -ErrorAction SilentlyContinue
if (-not (Test-Ready)) {
    New-Item -ItemType Directory -Force $state | Out-Null
    # two starts at once: the second waits, then finds all done
    $lock = New-Object System.Threading.Mutex($false, 'Local\zhangzhou-110-setup')
    try { [void]$lock.WaitOne() } catch [System.Threading.AbandonedMutexException] { }
    try {
        if (-not (Test-Ready)) {
            New-Environment
            Set-Content -Path $stamp -Value (Get-Key)
            Say '准备完毕。 / ready.'
        }
    } finally { $lock.ReleaseMutex() }
}
