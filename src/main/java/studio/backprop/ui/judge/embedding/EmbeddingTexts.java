package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.DataTexts;

/** Localized texts of examples, nodes and colours. */
final class EmbeddingTexts {
  private static final int DIGITS = 4;
  private static final int FIELDS = 8;
  private static final int LONGEST = 90;

  private final Lang lang;
  private final DataTexts named;

  EmbeddingTexts(Lang lang) {
    this.lang = lang;
    this.named = new DataTexts(lang);
  }

  static Message part(Optional<Part> part) {
    return Message.of("examples.part." + part.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("all"));
  }

  static Message method(EmbeddingChoice.Method method) {
    return Message.of("embedding.method." + method.name().toLowerCase(Locale.ROOT));
  }

  /** Name of a point: validation 12, or for a single graph node 12. */
  String name(EmbeddedPoints points, int at) {
    Example example = points.example(at);
    return points.ofNodes() ? lang.say("reason.node", points.row(at) + 1)
        : lang.say("examples.name", lang.say(part(Optional.of(example.part()))), example.row() + 1);
  }

  String node(EmbeddingModel model, OptionalInt node) {
    return node.isEmpty() ? lang.say("embedding.input")
        : model.nodesProperty().get().stream().filter(one -> one.id() == node.getAsInt()).findFirst().map(Node::name).orElse("");
  }

  /** Output shape and size: 8×4×4 = 128. */
  String size(EmbeddingModel model, Node node) {
    return model.offer().analysis().shape(node.id()).map(shape -> shape.rank() > 1
        ? lang.say("embedding.shape", shape.toString(), shape.count()) : lang.numbers().whole(shape.count())).orElse("");
  }

  String ofClass(EmbeddedPoints points, int index) {
    return named.ofClass(points.labelled(), index);
  }

  List<String> classes(EmbeddedPoints points) {
    return named.classes(points.labelled());
  }

  String number(double value) {
    return Double.isNaN(value) ? lang.say("examples.missing") : lang.numbers().significant(value, DIGITS);
  }

  String share(double share) {
    return Double.isNaN(share) ? "–" : lang.numbers().percent(share, 1);
  }

  /** Meaning of a colour. */
  Message colour(PreparedData data, PointColour colour) {
    return colour.kind() == PointColour.Kind.COLUMN ? Message.of("embedding.named", data.dataset().featureNames().get(colour.feature()))
        : Message.of("embedding.colour." + colour.kind().name().toLowerCase(Locale.ROOT));
  }

  /** Quantity of the colour scale: mpg, predicted mpg. */
  String colouredBy(EmbeddedPoints points, PointColour colour) {
    String target = named.target(points.data().dataset());
    return switch (colour.kind()) {
      case LABEL -> target;
      case PREDICTION -> lang.say("embedding.predicted_value", target);
      default -> lang.say(colour(points.data(), colour));
    };
  }

  /** End of that scale, with as many decimals as distinguish the two: 11 and 44, 0.2 and 0.9. */
  String end(double value, PointsPainter painter) {
    double range = painter.high() - painter.low();
    int decimals = range > 0 ? Math.max(0, 1 - (int) Math.floor(Math.log10(range))) : DIGITS;
    return decimals < DIGITS ? lang.numbers().fixed(value, decimals) : number(value);
  }

  String truth(EmbeddedPoints points, int at) {
    if (points.hasLabels()) {
      return lang.say("embedding.is", named.target(points.labelled()), ofClass(points, points.labels()[at]));
    }
    boolean one = points.data().dataset().answers() == 1;
    return !one ? lang.say("embedding.loss_is", number(points.outputs().losses()[at]))
        : lang.say("embedding.is", named.target(points.data().dataset()), number(PointColour.LABEL.value(points, at)));
  }

  /** The network's prediction; empty where it has several targets. */
  String prediction(EmbeddedPoints points, int at) {
    if (points.data().dataset().answers() > 1) {
      return "";
    }
    double score = points.outputs().scores()[at];
    if (points.data().dataset().task() == Task.REGRESSION) {
      return lang.say("embedding.predicted_value", number(score));
    }
    String predicted = ofClass(points, points.outputs().predicted()[at]);
    return lang.say("embedding.predicted", predicted, score >= 0 && score <= 1 ? lang.numbers().probability(score) : number(score));
  }

  /** Fields of a row, or a piece of text; empty for a picture. */
  List<String> fields(PreparedData data, Example example) {
    if (data.dataset().hasPictures()) {
      return List.of();
    }
    float[] raw = new float[data.dataset().width()];
    data.copyRawInput(example.part(), example.row(), raw);
    if (data.dataset().text().isPresent()) {
      String text = data.dataset().text().get().write(raw).strip().replace('\n', '¶');
      return List.of(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
    List<String> names = data.dataset().featureNames();
    List<String> fields = new ArrayList<>();
    for (int f = 0; f < Math.min(names.size(), FIELDS); f++) {
      fields.add(lang.say("embedding.is", names.get(f), number(raw[f])));
    }
    if (names.size() > FIELDS) {
      fields.add(lang.say("embedding.fields.more", names.size() - FIELDS));
    }
    return fields;
  }

  /** A point in one sentence, for screen readers. */
  String sentence(EmbeddedPoints points, int at) {
    String predicted = prediction(points, at);
    String truth = lang.say("embedding.point", name(points, at), truth(points, at));
    return predicted.isEmpty() ? truth : lang.say("embedding.point", truth, predicted);
  }
}
