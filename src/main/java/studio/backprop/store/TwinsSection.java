package studio.backprop.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.backprop.compare.KeptTwins;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.landscape.surface.SurfaceRace;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Variants of a comparison: the differences of each from the project. If one is unreadable, all are omitted; the project still opens. */
final class TwinsSection {
  private static final String SURFACE = "surface";
  private static final String STEPS = "steps";
  private static final String RACES = "races";
  private static final String LANES = "lanes";
  private static final String PAGE = "page";
  /** Above the number of test functions. */
  private static final int MOST_RACES = 64;

  private TwinsSection() {}

  /** @param saved project that they belong to */
  static void write(KeptTwins twins, Project saved, Map<Section, byte[]> sections) {
    if (twins.isEmpty()) {
      return;
    }
    ObjectNode root = Json.object();
    ArrayNode all = root.putArray("variants");
    for (Project variant : twins.variants()) {
      ObjectNode one = all.addObject();
      if (!variant.network().equals(saved.network())) {
        one.set("network", NetworkJson.write(variant.network()));
      }
      if (!variant.data().equals(saved.data())) {
        one.set("data", DataJson.write(variant.data()));
      }
      if (!variant.training().equals(saved.training())) {
        one.set("training", TrainingJson.write(variant.training()));
      }
    }
    twins.surface().ifPresent(start -> root.putObject(SURFACE).put("name", start.surface()).put("x", start.x()).put("y", start.y())
        .put(STEPS, start.steps()));
    if (!twins.races().isEmpty()) {
      ArrayNode races = root.putArray(RACES);
      twins.races().forEach((surface, lanes) -> {
        ArrayNode written = races.addObject().put(SURFACE, surface).putArray(LANES);
        lanes.forEach(lane -> written.add(TrainingJson.write(lane)));
      });
    }
    if (!twins.page().isEmpty()) {
      root.put(PAGE, twins.page());
    }
    byte[] written = Json.write(root);
    if (written.length <= Section.TWINS.most()) {
      sections.put(Section.TWINS, written);
    }
  }

  /** @param notes receive messages on omitted parts */
  static KeptTwins read(Map<Section, byte[]> sections, Project project, List<Message> notes) {
    if (!sections.containsKey(Section.TWINS)) {
      return KeptTwins.NONE;
    }
    try {
      Fields root = Json.read(Section.TWINS, sections.get(Section.TWINS));
      List<Project> variants = new ArrayList<>();
      for (Fields one : root.objects("variants", KeptTwins.MOST)) {
        variants.add(variant(one, project));
      }
      if (variants.size() == 1) {
        throw StoreProblem.of("store.section", Section.TWINS.file());
      }
      return new KeptTwins(variants, surface(root), races(root), root.has(PAGE) ? root.text(PAGE) : "");
    } catch (StoreProblem e) {
      notes.add(Message.of("store.note.no-twins"));
      return KeptTwins.NONE;
    }
  }

  private static Project variant(Fields fields, Project project) throws StoreProblem {
    Project variant = project;
    if (fields.has("network")) {
      var network = NetworkJson.read(fields.object("network"));
      variant = variant.withNetwork(drawn -> network);
    }
    if (fields.has("data")) {
      variant = variant.withData(DataJson.read(fields.object("data")).withKept(project.data().kept()));
    }
    if (fields.has("training")) {
      var training = TrainingJson.read(fields.object("training"));
      variant = variant.withTraining(before -> training);
    }
    return variant;
  }

  private static Optional<SurfaceStart> surface(Fields root) throws StoreProblem {
    if (!root.has(SURFACE)) {
      return Optional.empty();
    }
    Fields fields = root.object(SURFACE);
    return Optional.of(new SurfaceStart(fields.text("name"), fields.real("x", -SurfaceRace.FAR, SurfaceRace.FAR),
        fields.real("y", -SurfaceRace.FAR, SurfaceRace.FAR),
        fields.has(STEPS) ? fields.whole(STEPS, 1, SurfaceRace.MOST_STEPS) : SurfaceRace.USUAL_STEPS));
  }

  private static Map<String, List<TrainingSettings>> races(Fields root) throws StoreProblem {
    Map<String, List<TrainingSettings>> races = new TreeMap<>();
    for (Fields race : root.has(RACES) ? root.objects(RACES, MOST_RACES) : List.<Fields>of()) {
      List<TrainingSettings> lanes = new ArrayList<>();
      for (Fields lane : race.objects(LANES, KeptTwins.MOST)) {
        lanes.add(TrainingJson.read(lane));
      }
      if (lanes.isEmpty()) {
        throw StoreProblem.of("store.section", Section.TWINS.file());
      }
      races.put(race.text(SURFACE), List.copyOf(lanes));
    }
    return races;
  }
}
