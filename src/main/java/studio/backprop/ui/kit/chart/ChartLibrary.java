package studio.backprop.ui.kit.chart;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.data.category.DefaultCategoryDataset;
import studio.backprop.ui.kit.Pulse;

/**
 * Loads what charts need when the first of them is asked for, never before: its classes and its own copy of the typeface take a good part
 * of a second, which neither the start of the window nor any frame waits for.
 */
public final class ChartLibrary {
  private static final double SIDE = 100;

  private final Pulse pulse;
  private CompletableFuture<ChartFonts> fonts;

  public ChartLibrary(Pulse pulse) {
    this.pulse = pulse;
  }

  /** Goes on, on the screen's thread, as soon as charts can be drawn. To be called on that thread. */
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

  /** A chart that nobody sees loads the classes of those that are seen. */
  private static void drawUnseen() {
    JFreeChart chart = ChartFactory.createBarChart(null, null, null, new DefaultCategoryDataset());
    ChartCanvas canvas = new ChartCanvas(chart);
    canvas.setWidth(SIDE);
    canvas.setHeight(SIDE);
  }
}
