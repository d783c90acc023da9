package studio.backprop.ui.design.designer;

import java.util.Arrays;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.stage.Stage;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.MoveNodes;
import studio.backprop.ui.kit.Fonts;

/** What it costs to drag nodes of a network of 200: frames a second, and how long the slowest in twenty frames took. */
public final class DragSpeed {
  private static final int NODES = 200;
  private static final double WARM_UP = 4;
  private static final double SECONDS = 4;

  public static void main(String[] args) {
    Application.launch(Window.class, args);
  }

  /** The canvas alone. Its arguments: how many nodes are dragged; "fit" to see all of them. */
  public static final class Window extends Application {
    @Override
    public void start(Stage stage) {
      Fonts.load();
      DesignerStage designer = new DesignerStage();
      designer.show(stage, 1048, 560);
      designer.open(DesignerStage.large(NODES));
      if (!getParameters().getRaw().contains("fit")) {
        designer.model.camera().zoomTo(1, 0, 0);
        designer.model.camera().center(900, 300);
      }
      new Meter(designer, Integer.parseInt(getParameters().getRaw().get(0))).start();
    }
  }

  private static final class Meter extends AnimationTimer {
    private final DesignerStage designer;
    private final int dragged;
    private final long begun = System.nanoTime();
    private final double[] millis = new double[10_000];
    private final double[] moves = new double[10_000];
    private int frames;
    private long last;

    Meter(DesignerStage designer, int dragged) {
      this.designer = designer;
      this.dragged = dragged;
    }

    @Override
    public void handle(long now) {
      DesignerModel model = designer.model;
      Network network = model.network();
      if (model.hand().conversationProperty().get().isEmpty()) {
        Set<Integer> ids = Set.copyOf(network.nodes().stream().limit(dragged).map(Node::id).toList());
        model.hand().begin(new MoveNodes(model, network.nodes().get(0), ids, 0, 0));
      }
      double seconds = (now - begun) / 1e9;
      long before = System.nanoTime();
      model.hand().moveTo(100 * Math.sin(3 * seconds), 100 * Math.cos(3 * seconds));
      if (seconds > WARM_UP && last > 0) {
        moves[frames] = (System.nanoTime() - before) / 1e6;
        millis[frames++] = (now - last) / 1e6;
      }
      last = now;
      if (seconds > WARM_UP + SECONDS) {
        report();
        System.exit(0);
      }
    }

    private void report() {
      double[] sorted = Arrays.copyOf(millis, frames);
      Arrays.sort(sorted);
      double mean = Arrays.stream(sorted).average().orElse(0);
      double move = Arrays.stream(moves, 0, frames).average().orElse(0);
      System.out.printf("%d of %d nodes dragged: %.1f frames/s, one in twenty frames over %.1f ms; a move takes %.2f ms%n",
          dragged, NODES, 1000 / mean, sorted[frames * 19 / 20], move);
    }
  }
}
