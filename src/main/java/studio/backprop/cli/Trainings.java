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

/** Folder of the user with checkpoints of running trainings, one file each by project name, from which killed trainings are recovered. */
final class Trainings {
  private static final Logger LOG = LoggerFactory.getLogger(Trainings.class);

  /** Slots per project, for parallel trainings. */
  private static final int MOST_AT_ONCE = 8;

  private final Recovery folder;

  /** @param folder of the program in the user's home; without one the temporary folder */
  Trainings(Optional<Path> folder) {
    this.folder = new Recovery(folder.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))).resolve("trainings"));
  }

  /** First slot for this project not locked by a running program; it may be overwritten. */
  RecoverySlot take(Loaded loaded) throws StoreProblem {
    for (int number = 1; number <= MOST_AT_ONCE; number++) {
      Optional<RecoverySlot> slot = folder.slot(name(loaded, number));
      if (slot.isPresent()) {
        return slot.get();
      }
    }
    return folder.slot(UUID.randomUUID().toString()).orElseThrow();
  }

  /** Slots of programs that no longer run, with a training of this project; the caller closes them. */
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
