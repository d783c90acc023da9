package studio.backprop.ui.watch.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import studio.backprop.data.Part;
import studio.backprop.network.Node;
import studio.backprop.run.time.RunDiff;
import studio.backprop.run.time.RunDiff.Judged;
import studio.backprop.run.time.RunDiff.OfNode;
import studio.backprop.run.time.RunDiff.Only;
import studio.backprop.run.time.RunDiff.Side;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.Branches;
import studio.backprop.ui.workspace.run.RoundTexts;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.StepComparison;
import studio.backprop.ui.workspace.run.StepComparison.Pair;

/** Comparison of two runs: settings, scores, and relative distances of their nodes. JavaFX thread only. */
public final class CompareModel {
  private static final int DIGITS = 3;

  /** Localized value of a run. */
  interface Cell {
    String in(Lang lang);
  }

  /**
   * Line with the same quantity of both runs.
   *
   * @param set whether it is a setting that differs; else it was measured
   * @param better 1 where B is better, −1 where A is, 0 for neither
   */
  record Line(Message label, Cell a, Cell b, boolean set, int better) {}

  /**
   * Relative distance of a quantity of a node.
   *
   * @param node that of B or, where only A has it, that of A
   * @param what is compared
   * @param ratio ‖B − A‖ ⁄ ‖A‖; NaN where {@code why} gives the reason
   */
  record Row(Node node, Message what, double ratio, Optional<Message> why) {}

  private final RunModel run;
  private final IntConsumer showNode;

  /** @param showNode selects a node and scrolls to it */
  public CompareModel(RunModel run, IntConsumer showNode) {
    this.run = run;
    this.showNode = showNode;
  }

  Branches branches() {
    return run.branches();
  }

  StepComparison comparison() {
    return run.branches().comparison();
  }

  /** Shows a node on the canvas, if the open network has it. */
  void show(Node node) {
    run.projectProperty().get().network().named(node.name()).ifPresent(known -> showNode.accept(known.id()));
  }

  /** Selects a run as A or as B; swaps both if it is the other one. */
  void choose(boolean asA, Branch chosen) {
    Pair now = comparison().pairProperty().get().orElseThrow();
    Branch kept = asA ? now.b() : now.a();
    Branch partner = chosen.is(kept) ? asA ? now.a() : now.b() : kept;
    comparison().compare(asA ? chosen : partner, asA ? partner : chosen);
  }

  /** Note on the compared step if not both runs have the shown one. */
  Optional<Message> elsewhere(Pair pair, RunDiff difference) {
    long looked = run.past().stepProperty().get().orElseGet(() -> run.runProperty().get().checkpointLog().newest());
    return looked == difference.step() ? Optional.empty() : Optional.of(
        Message.of(RoundTexts.key("compare.elsewhere", pair.a().history().project()), looked, pair.first(), pair.last()));
  }

  /** Settings that differ, then the scores. */
  List<Line> lines(Pair pair, RunDiff difference) {
    List<Line> lines = new ArrayList<>(ChangedSettings.differing(pair.a(), pair.b(), run));
    Judged judged = difference.judged();
    boolean held = difference.part() == Part.VALIDATION;
    lines.add(measured(held ? "compare.validation_loss" : "compare.training_loss", judged.a().scores().loss(), judged.b().scores().loss(),
        -1));
    if (judged.a().answers() > 0) {
      lines.add(new Line(Message.of(held ? "compare.validation_right" : "compare.training_right"),
          right(judged.a()), right(judged.b()), false, Double.compare(share(judged.b()), share(judged.a()))));
    } else {
      lines.add(measured("compare.mae", judged.a().scores().mae(), judged.b().scores().mae(), -1));
      lines.add(measured("plots.r2", judged.a().scores().r2(), judged.b().scores().r2(), 1));
    }
    return lines;
  }

  private static Cell right(Side side) {
    return lang -> lang.say("compare.of", side.right(), side.answers());
  }

  private static double share(Side side) {
    return side.right() / (double) Math.max(1, side.answers());
  }

  /** @param sign 1 where more is better, −1 where less is */
  private static Line measured(String key, double a, double b, int sign) {
    return new Line(Message.of(key), number(a), number(b), false, Double.isNaN(a) || Double.isNaN(b) ? 0 : sign * Double.compare(b, a));
  }

  static Cell number(double value) {
    return lang -> Double.isNaN(value) ? "–" : lang.numbers().significant(value, DIGITS);
  }

  /** Conclusion in one sentence. */
  static Message sentence(Pair pair, RunDiff difference) {
    Judged judged = difference.judged();
    boolean alike = judged.only().isPresent() && difference.nodes().stream()
        .allMatch(node -> node.inBoth() && !(node.weightsApart() > 0) && !(node.outputApart() > 0));
    if (alike) {
      return Message.of("compare.alike");
    }
    if (judged.only().isEmpty()) {
      return Message.of("compare.own_data", pair.b().letter(), pair.a().letter());
    }
    Only only = judged.only().get();
    return judged.a().answers() > 0 ? Message.of("compare.answers", only.b(), only.a(), pair.b().letter(), pair.a().letter())
        : errors(pair, judged.a().scores(), judged.b().scores());
  }

  private static Message errors(Pair pair, Metrics a, Metrics b) {
    double change = b.mae() / a.mae() - 1;
    return Message.of(change > 0 ? "compare.error_larger" : "compare.error_smaller", Math.abs(change), pair.b().letter(), pair.a()
        .letter());
  }

  /** Rows by node, weights before outputs. Without the inputs and the loss, which are not trainable. */
  static List<Row> rows(Pair pair, RunDiff difference) {
    List<Row> rows = new ArrayList<>();
    for (OfNode node : difference.nodes()) {
      Node drawn = node.b().or(node::a).orElseThrow();
      if (!node.inBoth()) {
        rows.add(new Row(drawn, Message.of("compare.node"), Double.NaN,
            Optional.of(Message.of("compare.only", (node.a().isPresent() ? pair.a() : pair.b()).letter()))));
      } else if (!(drawn.layer().isInput() || drawn.layer().isOutput())) {
        if (node.weights().isPresent() && !Double.isNaN(node.weightsApart())) {
          rows.add(new Row(drawn, Message.of("compare.weights"), node.weightsApart(), Optional.empty()));
        }
        rows.add(node.output().isPresent()
            ? new Row(drawn, Message.of("compare.output"), node.outputApart(), Optional.empty())
            : new Row(drawn, Message.of("compare.output"), Double.NaN, Optional.of(Message.of("compare.resized"))));
      }
    }
    return rows;
  }
}
