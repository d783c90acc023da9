package studio.backprop.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.compare.KeptTwins;
import studio.backprop.train.landscape.SurfaceStart;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The twins of a project: of each, what it does otherwise than the project. For twins, a project is not refused: where one cannot be read,
 * all are left out.
 */
final class TwinsSection {
  private static final String SURFACE = "surface";

  private TwinsSection() {}

  /** @param saved the project that they belong to */
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
    twins.surface().ifPresent(start -> root.putObject(SURFACE).put("name", start.surface()).put("x", start.x()).put("y", start.y()));
    byte[] written = Json.write(root);
    if (written.length <= Section.TWINS.most()) {
      sections.put(Section.TWINS, written);
    }
  }

  /** @param notes hear of what was left out */
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
      return new KeptTwins(variants, surface(root));
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
    return Optional.of(new SurfaceStart(fields.text("name"), fields.real("x", -Float.MAX_VALUE, Float.MAX_VALUE),
        fields.real("y", -Float.MAX_VALUE, Float.MAX_VALUE)));
  }
}
