package studio.backprop.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Version from the manifest of the program's archive. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).map(v -> " " + v).orElse("");
    return new String[] {"Backprop Studio" + version, "Java " + Runtime.version()};
  }
}
