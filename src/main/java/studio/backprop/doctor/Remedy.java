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
 * Something to try after a fault: from the step that was kept or, where its weights are no better than lost, from the beginning.
 *
 * @param title what the button says
 * @param edit what it changes in the project; empty where it only goes back to the step that was kept
 * @param afresh whether it begins again from the initial weights
 */
public record Remedy(Message title, Optional<Edit<Project>> edit, boolean afresh) {
  /** The reason where no other is known. */
  public static final String REASON_RATE = "remedy.reason.rate";
  /** Inputs of a larger size than this make the first sums of a network larger than its weights were drawn for. */
  private static final double LARGE = 10;
  private static final String UNKNOWN_TOKEN = "fault.unknown_token";
  private static final double SLOWER = 0.1;
  private static final double LONG = 1e6;
  /** A rate that most networks bear: from far above it, a tenth would only fail again. */
  private static final double BEARABLE = 0.01;
  private static final double CLIP = 1;
  /** A longer step than this, clipped as it is, still leaves the road. */
  private static final double LONGEST_STEP = 1;

  /** A column of the data and how large its numbers are. */
  private record Size(String column, double mean) {}

  /**
   * What may help, the likeliest first; the last is to go back without changing anything.
   *
   * @param project as it is now, with the rate that failed
   * @param lost whether the kept weights are too far off to go on from
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

  /** A vocabulary for all tokens of the data, which are taken as they are: nothing else helps against one that has no row. */
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

  /** A change to try, whose edit is called as the button. */
  public static Remedy trying(Message title, boolean afresh, UnaryOperator<Project> change) {
    return changing(title, afresh, new Edit<>(title, change));
  }

  /** Whether a project is as it would make it. */
  boolean isSet(Project now) {
    return edit.filter(changing -> changing.change().apply(now).equals(now)).isPresent();
  }

  private static Remedy changing(Message title, boolean afresh, Edit<Project> edit) {
    return new Remedy(title, Optional.of(edit), afresh);
  }

  /** Why it happened, in the numbers of the data and the settings. */
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

  /** The columns of inputs that are not scaled, the largest first; none where even the largest is small. */
  private static List<Size> large(Project project, PreparedData data) {
    Dataset dataset = data.dataset();
    if (project.data().scaling() != Scaling.NONE || dataset.isImages()) {
      return List.of();
    }
    List<Size> sizes = IntStream.range(0, dataset.width())
        .mapToObj(column -> new Size(dataset.featureNames().get(column), meanSize(data, column)))
        .sorted(Comparator.comparing(Size::mean).reversed())
        .toList();
    return sizes.isEmpty() || sizes.get(0).mean() < LARGE ? List.of() : sizes;
  }

  private static double meanSize(PreparedData data, int column) {
    return IntStream.range(0, data.trainRows())
        .mapToDouble(row -> Math.abs(data.dataset().input(data.split().row(Part.TRAIN, row), column)))
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }

  /** With two digits that matter, however small: 0.0001, not 0; a number too long to read becomes 1e38. */
  public static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros();
    return value < LONG ? rounded.toPlainString() : rounded.toString().replace("E+", "e");
  }
}
