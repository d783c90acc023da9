package studio.backprop.doctor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Embedding;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;

/**
 * Remedy for a finding or fault: a project edit, applied at the last good step or from the initial weights. Immutable.
 *
 * @param title localized text of the button
 * @param edit empty if it only returns to the last good step
 * @param afresh whether to restart from the initial weights
 */
public record Remedy(Message title, Optional<Edit<Project>> edit, boolean afresh) {
  /** Text key of the default reason. */
  public static final String REASON_RATE = "remedy.reason.rate";
  /** Input scale above which initialization is unsuitable. */
  private static final double MAX_SCALE = 10;
  private static final String UNKNOWN_TOKEN = "fault.unknown_token";
  private static final double SLOWER = 0.1;
  private static final double LONG = 1e6;
  /** Usual learning rate, set instead of a tenth of a much higher one. */
  private static final double BEARABLE = 0.01;
  private static final double CLIP = 1;
  /** Largest clipped step. */
  private static final double LONGEST_STEP = 1;

  private record Size(String column, double mean) {}

  /**
   * Remedies by descending likelihood; the last is to go back without change.
   *
   * @param project current project, with the rate that failed
   * @param lost whether the last good weights are degraded
   */
  public static List<Remedy> of(Fault fault, Project project, PreparedData data, boolean lost) {
    if (fault.sentence().key().equals(UNKNOWN_TOKEN)) {
      return forTokens(fault, project, data);
    }
    List<Remedy> all = new ArrayList<>();
    if (!large(project, data).isEmpty()) {
      Message title = Message.of("remedy.scale");
      all.add(changing(title, true,
          new Edit<>(Message.of("remedy.scale.edit"), p -> p.withData(p.data().withScaling(Scaling.STANDARDIZE)))));
    }
    double rate = Math.min(BEARABLE, project.training().rate() * SLOWER);
    String written = plain(rate);
    all.add(changing(lost ? Message.of("remedy.rate.afresh", written) : Message.of("remedy.rate", written, fault.step() - 1), lost,
        new Edit<>(Message.of("remedy.rate.edit", written), p -> p.withTraining(t -> t.withRate(rate)))));
    Regularization now = project.training().regularization();
    if (now.clip() == Regularization.Clip.NONE && project.training().rate() * CLIP < LONGEST_STEP) {
      Regularization clipped = new Regularization(now.l1(), now.l2(), Regularization.Clip.NORM, CLIP);
      all.add(changing(Message.of(lost ? "remedy.clip.afresh" : "remedy.clip", plain(CLIP)), lost,
          new Edit<>(Message.of("remedy.clip.edit"), p -> p.withTraining(t -> t.withRegularization(clipped)))));
    }
    all.add(new Remedy(Message.of("remedy.back", fault.step() - 1), Optional.empty(), false));
    return all;
  }

  /** Enlarges the vocabulary to all tokens of the data. */
  private static List<Remedy> forTokens(Fault fault, Project project, PreparedData data) {
    Remedy back = new Remedy(Message.of("remedy.back", fault.step() - 1), Optional.empty(), false);
    if (!(project.network().node(fault.node()).layer() instanceof Embedding embedding)) {
      return List.of(back);
    }
    int needed = largestToken(data) + 1;
    Embedding wide = new Embedding(needed, embedding.dimension(), embedding.init(), embedding.trainable());
    Edit<Project> edit = new Edit<>(Message.of("remedy.vocabulary.edit", needed), p -> p
        .withNetwork(network -> network.with(fault.node(), node -> node.withLayer(wide)))
        .withData(p.data().withScaling(Scaling.NONE)));
    return List.of(changing(Message.of("remedy.vocabulary", needed), true, edit), back);
  }

  private static int largestToken(PreparedData data) {
    Dataset dataset = data.dataset();
    double largest = IntStream.range(0, dataset.rows())
        .mapToDouble(row -> IntStream.range(0, dataset.width()).mapToDouble(column -> dataset.input(row, column)).max().orElse(0))
        .max()
        .orElse(0);
    return (int) Math.max(0, Math.round(largest));
  }

  /** Edit with the title of the button. */
  public static Remedy trying(Message title, boolean afresh, UnaryOperator<Project> change) {
    return changing(title, afresh, new Edit<>(title, change));
  }

  /** Whether a project already has the change. */
  boolean isSet(Project now) {
    return edit.filter(changing -> changing.change().apply(now).equals(now)).isPresent();
  }

  private static Remedy changing(Message title, boolean afresh, Edit<Project> edit) {
    return new Remedy(title, Optional.of(edit), afresh);
  }

  /** Localized reason, with numbers of data and settings. */
  public static Message reason(Fault fault, Project project, PreparedData data) {
    if (fault.sentence().key().equals(UNKNOWN_TOKEN)) {
      return Message.of("remedy.reason.tokens", largestToken(data));
    }
    List<Size> large = large(project, data);
    String rate = plain(project.training().rate());
    if (large.size() > 1) {
      Size first = large.get(0);
      Size last = large.get(large.size() - 1);
      return Message.of("remedy.reason.sizes", first.column(), Math.round(first.mean()), last.column(), plain(last.mean()), rate);
    }
    return large.isEmpty()
        ? Message.of(REASON_RATE, rate)
        : Message.of("remedy.reason.size", large.get(0).column(), Math.round(large.get(0).mean()), rate);
  }

  /** Unscaled large columns, descending. */
  private static List<Size> large(Project project, PreparedData data) {
    Dataset dataset = data.dataset();
    if (project.data().scaling() != Scaling.NONE || dataset.isImages()) {
      return List.of();
    }
    List<Size> sizes = IntStream.range(0, dataset.width())
        .mapToObj(column -> new Size(dataset.featureNames().get(column), meanSize(data, column)))
        .sorted(Comparator.comparing(Size::mean).reversed())
        .toList();
    return sizes.isEmpty() || sizes.get(0).mean() < MAX_SCALE ? List.of() : sizes;
  }

  private static double meanSize(PreparedData data, int column) {
    return IntStream.range(0, data.trainRows())
        .mapToDouble(row -> Math.abs(data.dataset().input(data.split().row(Part.TRAIN, row), column)))
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }

  /** Two significant digits: 0.0001; very long ones as 1e38. */
  public static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros();
    return value < LONG ? rounded.toPlainString() : rounded.toString().replace("E+", "e");
  }
}
