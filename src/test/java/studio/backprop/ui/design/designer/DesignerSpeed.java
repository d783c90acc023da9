package studio.backprop.ui.design.designer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.stage.Stage;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Fonts;

/** Measures what the canvas costs while a network trains as fast as it goes: frames a second, and the share of a core of each thread. */
public final class DesignerSpeed {
  private static final double WARM_UP = 6;
  private static final double SECONDS = 8;

  public static void main(String[] args) {
    Application.launch(Window.class, args);
  }

  /** The canvas alone. */
  public static final class Window extends Application {
    @Override
    public void start(Stage stage) {
      Fonts.load();
      DesignerStage designer = new DesignerStage();
      designer.show(stage, 1048, 560);
      designer.open(DesignerStage.digits());
      designer.model.lensProperty().set(Lens.valueOf(getParameters().getRaw().get(0)));
      designer.model.fit();
      new Meter(designer).start();
    }
  }

  private static final class Meter extends AnimationTimer {
    private final DesignerStage designer;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long begun = System.nanoTime();
    private Map<String, Long> before = Map.of();
    private long from;
    private long frames;
    private long steps;

    Meter(DesignerStage designer) {
      this.designer = designer;
    }

    @Override
    public void handle(long now) {
      frames++;
      if (!designer.run.playing() && designer.run.snapshot().isPresent()) {
        designer.run.control().togglePlay();
      }
      if (from == 0 && now - begun > WARM_UP * 1e9) {
        from = now;
        frames = 0;
        before = times();
        steps = designer.run.snapshot().orElseThrow().step();
      } else if (from != 0 && now - from > SECONDS * 1e9) {
        report((now - from) / 1e9);
        System.exit(0);
      }
    }

    private void report(double seconds) {
      long taken = designer.run.snapshot().orElseThrow().step() - steps;
      System.out.printf("%.1f frames/s, %.0f steps/s%n", frames / seconds, taken / seconds);
      times().forEach((name, nanos) -> {
        double share = (nanos - before.getOrDefault(name, 0L)) / 1e9 / seconds;
        if (share > 0.005) {
          System.out.printf("  %-32s %5.1f %% of a core, %.2f ms a frame%n", name, 100 * share, 1000 * share * seconds / frames);
        }
      });
    }

    private Map<String, Long> times() {
      Map<String, Long> times = new HashMap<>();
      for (long id : threads.getAllThreadIds()) {
        ThreadInfo info = threads.getThreadInfo(id);
        if (info != null) {
          times.merge(info.getThreadName(), threads.getThreadCpuTime(id), Long::sum);
        }
      }
      return times;
    }
  }
}
