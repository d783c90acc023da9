package studio.backprop.store;

import java.util.Arrays;
import java.util.Optional;

/** The entries of a project file, in their order. All but the first may be missing. */
enum Section {
  PROJECT("project.json", 4),
  TABLE("data.csv", 256),
  WEIGHTS_INDEX("weights.json", 4),
  WEIGHTS("weights.bin", 2000),
  PROGRESS("progress.json", 4),
  OPTIMIZER("optimizer.bin", 2000),
  LOG("log.csv", 64);

  private final String file;
  private final int megabytes;

  Section(String file, int megabytes) {
    this.file = file;
    this.megabytes = megabytes;
  }

  static Optional<Section> named(String entry) {
    return Arrays.stream(values()).filter(section -> section.file.equals(entry)).findFirst();
  }

  /** The name of the entry. */
  String file() {
    return file;
  }

  /** The most bytes that are read. */
  long most() {
    return (long) megabytes << 20;
  }
}
