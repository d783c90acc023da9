package studio.backprop.ui.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import studio.backprop.text.Message;
import studio.backprop.train.Scores;
import studio.backprop.train.Twin;
import studio.backprop.train.Twin.Lane;
import studio.backprop.train.Vitals.OfNode;
import studio.backprop.train.doctor.Finding;

/** What both trainings of an experiment have come to, line by line. */
final class Comparison {
  /**
   * One number of both.
   *
   * @param better whether B is better; empty where neither is
   */
  record Line(Message label, double a, double b, boolean percent, Optional<Boolean> better) {}

  private Comparison() {}

  /** First the number that the finding is about, then the loss, then the held-back examples. */
  static List<Line> of(Finding finding, Twin twin) {
    List<Line> lines = new ArrayList<>();
    finding.nodes().stream().findFirst().ifPresent(node -> ofNode(finding, twin, node).ifPresent(lines::add));
    lines.add(line("doctor.line.loss", twin, Lane::loss, false, -1));
    Scores scores = twin.a().validation();
    if (!Double.isNaN(scores.accuracy())) {
      lines.add(line("doctor.line.accuracy", twin, lane -> lane.validation().accuracy(), true, 1));
    }
    if (!Double.isNaN(scores.loss())) {
      lines.add(line("doctor.line.validation", twin, lane -> lane.validation().loss(), false, -1));
    }
    return lines;
  }

  private static Optional<Line> ofNode(Finding finding, Twin twin, int node) {
    return switch (finding.kind()) {
      case VANISHING -> Optional.of(line("doctor.line.gradient", twin, lane -> at(lane, node, OfNode::gradient), false, 1));
      case EXPLODING -> Optional.of(line("doctor.line.gradient", twin, lane -> at(lane, node, OfNode::gradient), false, -1));
      case DEAD_RELU -> Optional.of(line("doctor.line.silent", twin, lane -> at(lane, node, OfNode::silent), true, -1));
      case SATURATION -> Optional.of(line("doctor.line.flat", twin, lane -> at(lane, node, OfNode::saturated), true, -1));
      default -> Optional.empty();
    };
  }

  /** Without a number where there is nothing more of this kind, such as a ReLU. */
  private static double at(Lane lane, int node, ToDoubleFunction<OfNode> number) {
    return lane.vitals().nodes().stream().filter(one -> one.node() == node).mapToDouble(number).findFirst().orElse(Double.NaN);
  }

  private static Line line(String key, Twin twin, ToDoubleFunction<Lane> number, boolean percent, int sign) {
    double a = number.applyAsDouble(twin.a());
    double b = number.applyAsDouble(twin.b());
    boolean known = Double.isFinite(a) && Double.isFinite(b) && a != b;
    return new Line(Message.of(key), a, b, percent, known ? Optional.of((b - a) * sign > 0) : Optional.empty());
  }
}
