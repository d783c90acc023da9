@echo off
rem Starts Backprop Studio: the window, or with a command the command line.
rem JAVA_HOME names the Java to use (17 or later); BACKPROP_OPTS holds further options for it, such as -Xmx8g.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

rem Java makes an archive of its classes at its first start here, beside the jars or in the user's own folder; where none fits, nothing is said.
set "LIB=%~dp0..\lib"
set "NAME=classes-java.jsa"
if exist "%JAVA_HOME%\release" for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_RUNTIME_VERSION=" "%JAVA_HOME%\release"') do set "NAME=classes-%%~v.jsa"
set "OWN=%LOCALAPPDATA%\backprop-studio\%NAME%"
set "ARCHIVE=%OWN%"
if not exist "%OWN%" set "ARCHIVE=%LIB%\%NAME%"

"%JAVA%" --add-modules jdk.incubator.vector -XX:+UnlockExperimentalVMOptions -XX:PerMethodTrapLimit=5000 --enable-native-access=ALL-UNNAMED -XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:MetaspaceSize=128m "-XX:SharedArchiveFile=%ARCHIVE%" "-Dbackprop.archive=%OWN%" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -XX:CompileCommand=quiet "-XX:CompileCommand=CompileThresholdScaling,studio.backprop.kernel.*::*,0.1" %BACKPROP_OPTS% -cp "%LIB%\*" studio.backprop.app.Launcher %*
exit /b %ERRORLEVEL%
