package studio.backprop.ui.compare.landscape;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import studio.backprop.compare.VariantOutput;
import studio.backprop.landscape.LossLine;
import studio.backprop.landscape.LossSurface;
import studio.backprop.landscape.WeightPlane;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.QuietPool;
import studio.backprop.ui.kit.page.PageWorker;

/** Evaluates a copy of the network at a point of the plane or along a line, in the background. Newer requests replace older ones. */
final class PlaneQuestions extends PageWorker {
  private static final int POINTS = 61;

  private final ForkJoinPool pool = QuietPool.of(1, "landscape-questions");
  /** Worker thread only. */
  private Copy copy;

  /** A network of one variant with its own parameters. */
  private record Copy(long start, int variant, int rows, WeightTrail trail, LossSurface surface) {}

  PlaneQuestions(Pulse pulse) {
    super(pulse);
  }

  /** Requests the network at a point of the plane. */
  void point(LossLandscapeState sheet, double a, double b, Consumer<PlanePoint> answer, Consumer<Message> failed) {
    WeightPlane plane = sheet.plane().orElseThrow();
    begin(pool, request -> {
      Copy of = copy(sheet, sheet.lane());
      float[] weights = new float[plane.weights()];
      plane.point(a, b, weights);
      double loss = of.surface().at(weights, sheet.centre().states());
      return new PlanePoint(a, b, loss, VariantOutput.at(of.trail(), weights, sheet.centre().states()), of.trail().data());
    }, answer, failed);
  }

  /** Requests the loss along the straight line between the ends of two variants. */
  void line(LossLandscapeState sheet, int from, int to, Consumer<LossLine> answer, Consumer<Message> failed) {
    begin(pool, request -> LossLine.between(copy(sheet, from).surface(), sheet.walked().get(from).end(), sheet.walked().get(to).end(),
        POINTS, request::check), answer, failed);
  }

  private Copy copy(LossLandscapeState sheet, int variant) {
    if (copy == null || copy.start() != sheet.start() || copy.variant() != variant || copy.rows() != sheet.rows()) {
      WeightTrail of = sheet.walked().get(variant);
      copy = new Copy(sheet.start(), variant, sheet.rows(), of, LossSurface.of(of, sheet.rows()));
    }
    return copy;
  }

  /** Cancels requests and releases the copy. */
  void forget() {
    stop();
    pool.execute(() -> copy = null);
  }

  @Override
  public void close() {
    stop();
    pool.shutdown();
  }
}
