package studio.backprop.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import studio.backprop.optim.Optimizer;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.EpochRecord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Training progress: counts, optimizer state, and the epoch log. */
final class ProgressSections {
  private static final int MOST_ARRAYS = 30_000;
  private static final int MOST_LEARNERS = 16;

  private ProgressSections() {}

  static void write(TrainingProgress progressed, Map<Section, byte[]> sections) {
    int[] lengths = lengths(progressed.slots());
    ObjectNode root = Json.object();
    root.put("step", progressed.step());
    root.put("epoch", progressed.epoch());
    root.put("batch", progressed.batch());
    progressed.learned().ifPresent(learned -> {
      if (learned != progressed.step()) {
        root.put("learned", learned);
      }
    });
    root.put("end", progressed.end());
    root.put("updates", progressed.updates()[0]);
    if (progressed.updates().length > 1) {
      ArrayNode all = root.putArray("all_updates");
      Arrays.stream(progressed.updates()).forEach(all::add);
    }
    root.set("memory", SettingsJson.write(lengths));
    sections.put(Section.PROGRESS, Json.write(root));
    sections.put(Section.OPTIMIZER, bytes(progressed.slots()));
    if (progressed.best().length > 0) {
      sections.put(Section.BEST, bytes(progressed.best()));
    }
    KeptSection.write(progressed.kept(), sections);
    sections.put(Section.LOG, LogCsv.write(progressed.epochs()));
  }

  private static byte[] bytes(float[][] arrays) {
    Floats numbers = Floats.room(Arrays.stream(lengths(arrays)).asLongStream().sum());
    for (float[] array : arrays) {
      numbers.put(array);
    }
    return numbers.bytes();
  }

  private static int[] lengths(float[][] arrays) {
    return Arrays.stream(arrays).mapToInt(array -> array.length).toArray();
  }

  /** @return empty if the optimizer state does not match the parameters */
  static Optional<TrainingProgress> read(Map<Section, byte[]> sections, Project project, Parameters parameters) throws StoreProblem {
    Fields root = Json.read(Section.PROGRESS, sections.get(Section.PROGRESS));
    int[] lengths = root.wholes("memory", MOST_ARRAYS);
    if (Arrays.stream(lengths).anyMatch(length -> length < 1)) {
      throw StoreProblem.of("store.section", Section.OPTIMIZER.file());
    }
    List<EpochRecord> epochs = sections.containsKey(Section.LOG) ? LogCsv.read(sections.get(Section.LOG)) : List.of();
    long step = root.whole("step", 0, Long.MAX_VALUE);
    TrainingProgress progressed =
        new TrainingProgress(
            step,
            root.whole("epoch", 0, Integer.MAX_VALUE),
            root.whole("batch", 0, Integer.MAX_VALUE),
            root.has("end") ? root.whole("end", 0, Integer.MAX_VALUE) : 0,
            updates(root),
            numbers(sections, Section.OPTIMIZER, lengths),
            sections.containsKey(Section.BEST) ? numbers(sections, Section.BEST, lengths(parameters.room())) : new float[0][],
            epochs,
            KeptSection.read(sections),
            root.has("learned") ? OptionalLong.of(root.whole("learned", 0, step)) : OptionalLong.empty());
    return Arrays.equals(lengths, memory(project, parameters)) ? Optional.of(progressed) : Optional.empty();
  }

  private static int[] memory(Project project, Parameters parameters) {
    return parameters.learned().stream().flatMapToInt(parameter -> {
      Optimizer optimizer = project.assignment().optimizer(project.network(), parameter.node(), project.training().optimizer());
      return Arrays.stream(lengths(optimizer.start(List.of(parameter.tensor())).slots()));
    }).toArray();
  }

  /** One count per learner; older files have one for all. */
  private static long[] updates(Fields root) throws StoreProblem {
    return root.has("all_updates")
        ? Arrays.stream(root.wholes("all_updates", MOST_LEARNERS)).asLongStream().toArray()
        : new long[] {root.whole("updates", 0, Long.MAX_VALUE)};
  }

  private static float[][] numbers(Map<Section, byte[]> sections, Section section, int[] lengths) throws StoreProblem {
    Floats numbers = Floats.of(sections.getOrDefault(section, new byte[0]));
    if (!numbers.holds(Arrays.stream(lengths).asLongStream().sum())) {
      throw StoreProblem.of("store.section", section.file());
    } else if (!numbers.allFinite()) {
      throw StoreProblem.of("store.not-finite", section.file());
    }
    float[][] arrays = new float[lengths.length][];
    int from = 0;
    for (int i = 0; i < lengths.length; i++) {
      arrays[i] = numbers.get(from, lengths[i]);
      from += lengths[i];
    }
    return arrays;
  }
}
