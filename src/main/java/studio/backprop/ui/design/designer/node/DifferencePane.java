package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Node;
import studio.backprop.run.time.RunDiff.OfNode;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.workspace.run.ColourReach;
import studio.backprop.ui.workspace.run.DifferenceTexts;
import studio.backprop.ui.workspace.run.StepComparison;

/** Pane of the difference lens: weights and outputs of A, of B and their difference, with relative distances. */
final class DifferencePane extends NodePane {
  private static final double CAPTION = 15;
  private static final int WEIGHTS = 14;
  private static final int MAPS = 18;
  private static final int ROW = 12;
  private static final int TALL = 34;
  /** Width up to which only the difference is shown. */
  private static final int STRIP = 126;
  private static final int PICTURE_RANK = 3;
  private static final int FEW_UNITS = 24;
  /** Height of the two lines at the end with their heading. */
  private static final double VERDICT = 47;

  private final CanvasDesk desk;
  private final String name;
  private final Node node;
  private final boolean narrow;
  private final Extent extent = new Extent();
  private final List<Block> blocks = new ArrayList<>();
  private final Text remark = caption();
  private final Text verdict = caption();
  private final NormRow weightsApart;
  private final NormRow outputApart;
  private float limit;
  private float outputLimit;

  /** Picture of both runs with its caption. */
  private record Block(Text caption, Region picture, double height, Runnable say, Consumer<OfNode> show) {}

  DifferencePane(CanvasDesk desk, OfNode of, int width) {
    this.desk = desk;
    this.name = of.name();
    this.node = of.b().or(of::a).orElseThrow();
    this.narrow = Anatomy.narrow(node.layer());
    weightsApart = apart();
    outputApart = apart();
    if (of.inBoth() && !narrow) {
      boolean shares = of.output().isPresent() && areShares(node.layer(), of.output().get().shape());
      boolean both = of.weights().isPresent() && of.output().isPresent();
      of.weights().filter(w -> !shares).ifPresent(w -> blocks.add(weights(w.spec(), width, both ? WEIGHTS : TALL)));
      of.output().ifPresent(out -> blocks.add(shares ? classes(out.shape()) : outputs(out.shape(), width, both ? MAPS : TALL)));
    } else if (of.inBoth()) {
      of.output().ifPresent(out -> blocks.add(strip(out.shape(), width)));
    }
    remark.setWrappingWidth(width);
    blocks.forEach(block -> getChildren().addAll(block.caption(), block.picture()));
    getChildren().addAll(remark, verdict, weightsApart, outputApart);
    getChildren().forEach(child -> child.setManaged(false));
  }

  private static Text caption() {
    Text text = new Text();
    text.getStyleClass().add("pane-caption");
    return text;
  }

  private NormRow apart() {
    NormRow row = NormRow.ofShare("apart", value -> DifferenceTexts.percent(value, desk.lang().numbers()));
    desk.hints().explain(row, "difference.help");
    return row;
  }

  private static boolean areShares(Layer layer, Shape shape) {
    return layer.activation() == Activation.SOFTMAX && shape.rank() == 1 && shape.size(0) > 1
        && shape.size(0) <= ProbabilitiesOutput.MAX_CLASSES;
  }

  private Block weights(ParameterSpec spec, int width, int height) {
    int room = (int) (width - Trio.LETTERS);
    List<ParameterPicture> three = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      three.add(new ParameterPicture(spec, room, height, false, desk.theme().paletteProperty().map(Palette::signed), now -> limit));
    }
    float[] difference = new float[Math.toIntExact(spec.count())];
    Text caption = caption();
    Trio trio = new Trio(comparison().letters(), three, height);
    return new Block(caption, trio, trio.height(),
        () -> caption.setText(desk.lang().say("difference.caption.weights", ParameterPicture.size(spec))),
        now -> now.weights().ifPresent(w -> {
          limit = Math.max(extent.quantile(w.a(), 0, w.a().length, ColourReach.SHARE),
              extent.quantile(w.b(), 0, w.b().length, ColourReach.SHARE));
          three.get(0).show(w.a());
          three.get(1).show(w.b());
          three.get(2).show(subtracted(w.a(), w.b(), difference));
        }));
  }

  private Block outputs(Shape shape, int width, int most) {
    int room = (int) (width - Trio.LETTERS);
    boolean few = shape.rank() == 1 && shape.count() <= FEW_UNITS;
    int height = few ? ROW : shape.rank() == PICTURE_RANK ? MAPS : most;
    int maps = shape.rank() == PICTURE_RANK ? Math.min(shape.size(0), Math.max(1, (room + 1) / (height + 1))) : 0;
    Shape seen = maps > 0 ? Shape.of(maps, shape.size(1), shape.size(2)) : shape;
    List<OutputCells> three = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      three.add(new OutputCells(seen, room, height, false, desk.theme().paletteProperty(), now -> outputLimit));
    }
    float[] difference = new float[Math.toIntExact(shape.count())];
    Text caption = caption();
    Trio trio = new Trio(comparison().letters(), three, height);
    return new Block(caption, trio, trio.height(), () -> caption.setText(meaning(shape, maps)), now -> now.output().ifPresent(out -> {
      outputLimit = Math.max(extent.largest(out.a()), extent.largest(out.b()));
      three.get(0).show(out.a());
      three.get(1).show(out.b());
      three.get(2).show(subtracted(out.a(), out.b(), difference));
    }));
  }

  private String meaning(Shape shape, int maps) {
    if (maps > 0) {
      return maps < shape.size(0) ? desk.lang().say("difference.caption.maps", maps, shape.size(0)) : desk.lang()
          .say("difference.caption.all_maps", maps);
    }
    return shape.rank() == 1 ? desk.lang().say("difference.caption.units", shape.size(0)) : desk.lang().say("difference.caption.values");
  }

  private Block strip(Shape shape, int width) {
    OutputCells picture = new OutputCells(shape, width, STRIP, false, desk.theme().paletteProperty(), now -> outputLimit);
    float[] difference = new float[Math.toIntExact(shape.count())];
    Text caption = caption();
    List<String> letters = comparison().letters();
    return new Block(caption, picture, STRIP, () -> caption.setText(letters.get(1) + "−" + letters.get(0)), now -> now.output()
        .ifPresent(out -> {
      outputLimit = Math.max(extent.largest(out.a()), extent.largest(out.b()));
      picture.show(subtracted(out.a(), out.b(), difference));
    }));
  }

  private Block classes(Shape shape) {
    ClassPairs pairs = new ClassPairs(ProbabilitiesOutput.names(desk, shape.size(0)));
    Text caption = caption();
    return new Block(caption, pairs, pairs.height(), () -> caption.setText(desk.lang().say("difference.caption.classes")),
        now -> now.output().ifPresent(out -> pairs.show(out.a(), out.b())));
  }

  private static float[] subtracted(float[] a, float[] b, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = b[i] - a[i];
    }
    return to;
  }

  @Override
  void redraw() {
    blocks.forEach(block -> block.say().run());
    verdict.setText(desk.lang().say("difference.by"));
    weightsApart.rename(desk.lang().say("difference.weights"));
    outputApart.rename(narrow ? "" : desk.lang().say("difference.outputs"));
    refresh();
  }

  @Override
  void refresh() {
    Optional<OfNode> now = comparison().differenceProperty().get().flatMap(found -> found.of(name));
    now.ifPresent(this::show);
  }

  private void show(OfNode now) {
    blocks.forEach(block -> block.show().accept(now));
    boolean weights = !narrow && !Double.isNaN(now.weightsApart());
    boolean output = !Double.isNaN(now.outputApart());
    weightsApart.setVisible(weights);
    outputApart.setVisible(output);
    verdict.setVisible(weights || output);
    if (weights) {
      weightsApart.show(now.weightsApart());
    }
    if (output) {
      outputApart.show(now.outputApart());
    }
    remark.setText(remark(now));
  }

  private String remark(OfNode now) {
    if (now.inBoth()) {
      return now.output().isPresent() ? "" : desk.lang().say("difference.resized");
    }
    return desk.lang().say("difference.only", comparison().letters().get(now.a().isPresent() ? 0 : 1));
  }

  private StepComparison comparison() {
    return desk.run().branches().comparison();
  }

  @Override
  void simplify(boolean simple) {
    for (Block block : blocks) {
      block.caption().setVisible(!simple);
    }
    for (javafx.scene.Node part : List.of(remark, verdict, weightsApart, outputApart)) {
      part.setOpacity(simple ? 0 : 1); // visibility depends on the runs
    }
  }

  @Override
  protected void layoutChildren() {
    double y = 0;
    for (Block block : blocks) {
      block.caption().relocate(0, y);
      block.picture().resizeRelocate(0, y + CAPTION, getWidth(), block.height());
      y += CAPTION + block.height();
    }
    remark.relocate(0, y);
    double end = getHeight() - VERDICT;
    verdict.relocate(0, end);
    double first = end + CAPTION;
    weightsApart.resizeRelocate(0, first, getWidth(), NormRow.HEIGHT);
    outputApart.resizeRelocate(0, first + (weightsApart.isVisible() ? NormRow.HEIGHT : 0), getWidth(), NormRow.HEIGHT);
  }
}
