package studio.backprop.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.Trial;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.EpochRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of a search trial; epochs and weights are stored among the numbers, in the same order. */
final class TrialJson {
  private static final int MOST_ARRAYS = 30_000;
  private static final int SUMS = 8;

  private TrialJson() {}

  static ObjectNode write(Trial trial, TrialNumbers.Writer numbers) {
    ObjectNode object = Json.object();
    ArrayNode values = object.putArray("values");
    trial.values().forEach(value -> {
      if (Double.isNaN(value)) {
        values.addNull();
      } else {
        values.add(value);
      }
    });
    object.put("parameters", trial.parameters());
    object.put("state", Values.name(trial.state()));
    object.put("target", trial.target());
    object.put("epochs", trial.epoch());
    trial.epochs().forEach(numbers::put);
    trial.reason().ifPresent(reason -> object.set("reason", MessageJson.write(reason)));
    if (trial.brokenAt() > 0) {
      object.put("brokenAt", trial.brokenAt());
    }
    if (!trial.sha256().isEmpty()) {
      object.put("sha256", trial.sha256());
    }
    trial.kept().ifPresent(kept -> object.set("kept", write(kept, numbers)));
    return object;
  }

  /** At an epoch's end; the progress within an epoch is zero. */
  private static ObjectNode write(Checkpoint kept, TrialNumbers.Writer numbers) {
    ObjectNode object = Json.object();
    object.put("step", kept.progressed().step());
    object.put("end", kept.progressed().end());
    object.put("updates", kept.progressed().updates()[0]); // a trial has one learner
    object.put("rate", kept.rate());
    object.set("weights", SettingsJson.write(numbers.put(kept.weights())));
    object.set("memory", SettingsJson.write(numbers.put(kept.progressed().slots())));
    return object;
  }

  static Trial read(Fields fields, int number, Space space, TrialNumbers.Reader numbers) throws StoreProblem {
    int count = fields.whole("epochs", 0, SearchSettings.MOST_LONGEST);
    List<EpochRecord> epochs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      epochs.add(numbers.epoch());
    }
    Optional<Checkpoint> kept = fields.has("kept") ? Optional.of(kept(fields.object("kept"), epochs, numbers)) : Optional.empty();
    Optional<Message> reason = fields.has("reason") ? Optional.of(MessageJson.read(fields.object("reason"))) : Optional.empty();
    return new Trial(number, values(fields, space), fields.whole("parameters", 0, Long.MAX_VALUE),
        fields.choice("state", Trial.State.class), fields.whole("target", 0, SearchSettings.MOST_LONGEST), List.copyOf(epochs), kept,
        reason, fields.has("brokenAt") ? fields.whole("brokenAt", 0, Long.MAX_VALUE) : 0,
        fields.has("sha256") ? fields.text("sha256") : "");
  }

  private static List<Double> values(Fields fields, Space space) throws StoreProblem {
    List<Double> values = new ArrayList<>();
    for (JsonNode node : fields.list("values", Space.MOST)) {
      Dimension dimension = values.size() < space.dimensions().size() ? space.dimensions().get(values.size()) : null;
      if (dimension == null) {
        throw StoreProblem.of("store.section", Section.SEARCH.file());
      }
      values.add(node.isNull() ? Double.NaN : Values.real(fields.path("values"), node, dimension.low(), dimension.high()));
    }
    if (values.size() != space.dimensions().size()) {
      throw StoreProblem.of("store.section", Section.SEARCH.file());
    }
    return values;
  }

  private static Checkpoint kept(Fields fields, List<EpochRecord> epochs, TrialNumbers.Reader numbers) throws StoreProblem {
    float[][] weights = numbers.arrays(fields.wholes("weights", MOST_ARRAYS));
    float[][] memory = numbers.arrays(fields.wholes("memory", MOST_ARRAYS));
    int end = fields.whole("end", 0, Integer.MAX_VALUE);
    TrainingProgress progressed = new TrainingProgress(fields.whole("step", 0, Long.MAX_VALUE), epochs.size(), 0, end,
        new long[] {fields.whole("updates", 0, Long.MAX_VALUE)}, memory, new float[0][], List.copyOf(epochs));
    return new Checkpoint(progressed, weights, fields.real("rate", 0, Double.MAX_VALUE), Optional.empty(),
        end, 0, new double[SUMS], Map.of());
  }
}
