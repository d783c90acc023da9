package studio.backprop.store;

import java.util.Arrays;
import java.util.Optional;

/** Entries of a project file, in order. All but the project are optional. */
enum Section {
  /** In recovery copies only; first, so that it is readable without the rest. */
  ORIGIN("origin.json", 1),
  PROJECT("project.json", 4),
  TABLE("data.csv", 256),
  WEIGHTS_INDEX("weights.json", 4),
  WEIGHTS("weights.bin", 2000),
  /** Manually set initial weights. */
  START_INDEX("start.json", 4),
  START("start.bin", 2000),
  PROGRESS("progress.json", 4),
  OPTIMIZER("optimizer.bin", 2000),
  BEST("best.bin", 2000),
  /** Additional training state, such as environments and replay buffer. */
  KEPT("kept.bin", 1000),
  LOG("log.csv", 64),
  STEPS("steps.bin", 4),
  /** GAN metrics. */
  ROUNDS("rounds.bin", 1),
  TRIES("tries.json", 16),
  TRIES_NUMBERS("tries.bin", 16),
  TEST_VIEWS("test.json", 1),
  TWINS("twins.json", 4),
  SEARCH("search.json", 64),
  SEARCH_NUMBERS("search.bin", 1000);

  private final String file;
  private final int megabytes;

  Section(String file, int megabytes) {
    this.file = file;
    this.megabytes = megabytes;
  }

  static Optional<Section> named(String entry) {
    return Arrays.stream(values()).filter(section -> section.file.equals(entry)).findFirst();
  }

  String file() {
    return file;
  }

  /** Limit in bytes. */
  long most() {
    return (long) megabytes << 20;
  }
}
