package studio.backprop.ui.kit.chart;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.data.category.DefaultCategoryDataset;
import studio.backprop.ui.kit.Pulse;

/** Lazy loader of the chart library: its classes and fonts take most of a second, off the JavaFX thread. */
public final class ChartLibrary {
  private static final double SIDE = 100;

  private final Pulse pulse;
  private CompletableFuture<ChartFonts> fonts;

  public ChartLibrary(Pulse pulse) {
    this.pulse = pulse;
  }

  /** Runs the callback on the JavaFX thread once charts can be drawn. JavaFX thread only. */
  public void whenReady(Consumer<ChartFonts> then) {
    if (fonts == null) {
      fonts = load();
    }
    fonts.thenAccept(read -> pulse.soon(() -> then.accept(read)));
  }

  private static CompletableFuture<ChartFonts> load() {
    CompletableFuture<ChartFonts> ready = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      ChartFonts read = ChartFonts.read();
      drawUnseen();
      ready.complete(read);
    }, "chart-library");
    thread.setDaemon(true);
    thread.start();
    return ready;
  }

  /** Draws an off-screen chart to load its classes. */
  private static void drawUnseen() {
    JFreeChart chart = ChartFactory.createBarChart(null, null, null, new DefaultCategoryDataset());
    ChartCanvas canvas = new ChartCanvas(chart);
    canvas.setWidth(SIDE);
    canvas.setHeight(SIDE);
  }
}
