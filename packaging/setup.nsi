; The installer for Windows: per person, no administrator, silent with /S, another folder with /D=FOLDER (last).
; Made by packaging/windows.py, which gives NAME, EXECUTABLE, TITLE, PUBLISHER, VERSION, NUMBERS, FOLDER, ICON, OUT.

; The program is of 64 bits, and so is what installs it.
Target amd64-unicode
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64

Name "${TITLE}"
OutFile "${OUT}"
Icon "${ICON}"
UninstallIcon "${ICON}"
BrandingText " "
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
; An update goes where the older one is.
InstallDirRegKey HKCU "Software\${NAME}" "Folder"

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${TITLE}"
VIAddVersionKey "FileDescription" "${TITLE}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "MIT"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"

!include MUI2.nsh
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString STILL_OPEN ${LANG_SIMPCHINESE} "程序还开着。请关闭后再试。"
LangString STILL_OPEN ${LANG_ENGLISH} "The program is still open. Close it and try again."

!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define STARTED "Software\Microsoft\Windows\CurrentVersion\Run"

; What an older version had and this one has not must go; nothing else of the folder is touched.
!macro RemoveProgram
  ClearErrors
  Delete "$INSTDIR\${EXECUTABLE}.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR\_internal"
!macroend

!include LogicLib.nsh

Section
  SetOutPath "$INSTDIR"
  !insertmacro RemoveProgram
  File /r "${FOLDER}${SLASH}*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${EXECUTABLE}.exe"
  WriteRegStr HKCU "Software\${NAME}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\${EXECUTABLE}.exe"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" "${KILOBYTES}"
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
SectionEnd

; The store, the settings and the regions of the person stay: nothing outside the program's own folder is removed.
Section "Uninstall"
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  DeleteRegValue HKCU "${STARTED}" "${NAME}"
  DeleteRegKey HKCU "${LISTED}"
  DeleteRegKey HKCU "Software\${NAME}"
SectionEnd
