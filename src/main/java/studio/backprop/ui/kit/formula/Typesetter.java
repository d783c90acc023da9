package studio.backprop.ui.kit.formula;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Veil;

/** Typesets formulas on a worker thread, with a cache. The first takes most of a second to load fonts and rules, off the JavaFX thread. */
public final class Typesetter {
  private static final int MOST = 1000;

  private final Pulse pulse;
  private final Veil veil;
  /** LRU cache: formulas with numbers change with every step. */
  private final Map<String, CompletableFuture<FormulaOutline>> set = new LinkedHashMap<>(MOST, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<FormulaOutline>> eldest) {
      return size() > MOST;
    }
  };
  private final Executor press = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "typesetter");
    thread.setDaemon(true);
    return thread;
  });

  /** @param veil the hidden numbers */
  public Typesetter(Pulse pulse, Veil veil) {
    this.pulse = pulse;
    this.veil = veil;
  }

  Veil veil() {
    return veil;
  }

  /** Hands a formula over on the JavaFX thread, synchronously if cached. JavaFX thread only. */
  void whenSet(String latex, Consumer<FormulaOutline> then) {
    CompletableFuture<FormulaOutline> outline = set.computeIfAbsent(latex,
        formula -> CompletableFuture.supplyAsync(() -> FormulaOutline.of(formula), press));
    if (outline.isDone()) {
      then.accept(outline.join());
    } else {
      outline.thenAccept(ready -> pulse.soon(() -> then.accept(ready)));
    }
  }
}
