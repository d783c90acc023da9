@echo off
rem Starts Backprop Studio: the window, or with a command the command line.
rem JAVA_HOME names the Java to use (17 or later); BACKPROP_OPTS holds further options for it, such as -Xmx8g.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" --add-modules jdk.incubator.vector -XX:+UnlockExperimentalVMOptions -XX:PerMethodTrapLimit=5000 --enable-native-access=ALL-UNNAMED -XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:MetaspaceSize=128m "-XX:SharedArchiveFile=%~dp0..\lib\classes.jsa" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -XX:CompileCommand=quiet "-XX:CompileCommand=CompileThresholdScaling,studio.backprop.kernel.*::*,0.1" %BACKPROP_OPTS% -cp "%~dp0..\lib\*" studio.backprop.app.Launcher %*
exit /b %ERRORLEVEL%
