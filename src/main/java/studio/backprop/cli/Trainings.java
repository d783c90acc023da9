package studio.backprop.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.store.Recovery;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.StoreProblem;

/**
 * The folder of the user in which trainings of the command line are kept while they run, one file each under the name of the project. What
 * was killed is found there again.
 */
final class Trainings {
  private static final Logger LOG = LoggerFactory.getLogger(Trainings.class);

  /** So many trainings of one project may run at once and each find its place again. */
  private static final int MOST_AT_ONCE = 8;

  private final Recovery folder;

  /** @param folder of the program in the user's home; the temporary folder takes its place where there is none */
  Trainings(Optional<Path> folder) {
    this.folder = new Recovery(folder.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))).resolve("trainings"));
  }

  /** The first place for a training of this project that no running program has. What is in it may be written over. */
  RecoverySlot take(Loaded loaded) throws StoreProblem {
    for (int number = 1; number <= MOST_AT_ONCE; number++) {
      Optional<RecoverySlot> slot = folder.slot(name(loaded, number));
      if (slot.isPresent()) {
        return slot.get();
      }
    }
    return folder.slot(UUID.randomUUID().toString()).orElseThrow();
  }

  /** The places in which programs that no longer run have kept a training of this project; to be closed by the caller. */
  List<RecoverySlot> left(Loaded loaded) {
    List<RecoverySlot> slots = new ArrayList<>();
    try {
      for (int number = 1; number <= MOST_AT_ONCE; number++) {
        Optional<RecoverySlot> slot = folder.slot(name(loaded, number));
        if (slot.isPresent() && slot.get().isFilled()) {
          slots.add(slot.get());
        } else if (slot.isPresent()) {
          slot.get().close();
        }
      }
    } catch (IOException | StoreProblem e) {
      LOG.info("The folder of trainings could not be looked through: {}", e.getMessage());
    }
    return slots;
  }

  private static String name(Loaded loaded, int number) {
    CRC32 sum = new CRC32();
    sum.update(loaded.source().getBytes(StandardCharsets.UTF_8));
    return loaded.name() + "-" + HexFormat.of().toHexDigits((int) sum.getValue()) + (number == 1 ? "" : "-" + number);
  }
}
