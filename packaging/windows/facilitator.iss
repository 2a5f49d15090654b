; The set-up for Windows, made by Inno Setup 6.3 or later: `dev.py package` calls its compiler with
; /DPublisher=… /DVersion=… /DFrozen=… /DIcons=…. For one person, without an administrator; with one, for all.

#ifndef Version
  #error Make this by `dev.py package`, which says the version and where the frozen program lies.
#endif
; Inno Setup's own Chinese is no part of every edition: where it lies beside the compiler it is taken.
#define Chinese "Languages\ChineseSimplified.isl"
#if FileExists(AddBackslash(CompilerPath) + Chinese)
  #define ChineseMessages "compiler:" + Chinese
#else
  #define ChineseMessages "compiler:Default.isl"
#endif

[Setup]
AppId={{7D0E4F6A-31C2-4B0B-9C8E-6C1B7B5E59D1}
AppName=Facilitator
AppVersion={#Version}
AppVerName=Facilitator {#Version}
AppPublisher={#Publisher}
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Facilitator
DefaultGroupName=Facilitator
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SetupIconFile={#Icons}\facilitator.ico
UninstallDisplayIcon={app}\Facilitator.exe
UninstallDisplayName=Facilitator 议事
OutputBaseFilename=facilitator-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
ShowLanguageDialog=auto

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "zh"; MessagesFile: "{#ChineseMessages}"

[LangOptions]
zh.LanguageName=简体中文
zh.LanguageID=$0804

[CustomMessages]
en.Archive=Facilitator archive
zh.Archive=议事档案
en.OnDesktop=Put an icon on the desktop
zh.OnDesktop=在桌面上放一个图标
en.Start=Start Facilitator
zh.Start=打开议事
en.Name=Facilitator
zh.Name=议事
en.Kept=Your archives and their backups were left where they are. Delete them yourself if nobody needs them any more.
zh.Kept=档案和备份都留在原处，没有动。确实不再需要的，请自行删除。

[Tasks]
Name: "desktop"; Description: "{cm:OnDesktop}"; Flags: unchecked

[InstallDelete]
; An older version's files go first, so that nothing of it is found by the new one. Archives never lie here.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licences"

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "{#Icons}\archive.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\{cm:Name}"; Filename: "{app}\Facilitator.exe"
Name: "{autodesktop}\{cm:Name}"; Filename: "{app}\Facilitator.exe"; Tasks: desktop

[Registry]
Root: HKA; Subkey: "Software\Classes\.facilitator"; ValueType: string; ValueData: "Facilitator.Archive"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.facilitator\OpenWithProgids"; ValueType: string; ValueName: "Facilitator.Archive"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.facilitator"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-facilitator"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Facilitator.Archive"; ValueType: string; ValueData: "{cm:Archive}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Facilitator.Archive\DefaultIcon"; ValueType: string; ValueData: "{app}\archive.ico"
Root: HKA; Subkey: "Software\Classes\Facilitator.Archive\shell\open\command"; ValueType: string; ValueData: """{app}\Facilitator.exe"" ""%1"""

[Run]
Filename: "{app}\Facilitator.exe"; Description: "{cm:Start}"; Flags: nowait postinstall skipifsilent

[Code]
// What is installed is removed by the list of it; people's own folders are not in that list.
procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and not UninstallSilent then
    MsgBox(CustomMessage('Kept'), mbInformation, MB_OK);
end;
