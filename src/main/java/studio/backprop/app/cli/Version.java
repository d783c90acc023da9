package studio.backprop.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/build.properties")) {
      build.load(in);
    }
    return new String[] {"Backprop Studio " + build.getProperty("version"), "Java " + Runtime.version()};
  }
}
