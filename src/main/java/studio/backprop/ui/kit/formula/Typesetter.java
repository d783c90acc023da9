package studio.backprop.ui.kit.formula;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Veil;

/**
 * Sets formulas in type on a thread of its own, each once. The first takes most of a second, since fonts and rules are read with it: no
 * frame waits for that, nor the start of the window.
 */
public final class Typesetter {
  private static final int MOST = 1000;

  private final Pulse pulse;
  private final Veil veil;
  /** The last ones asked for; formulas with numbers change with every step. */
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

  /** @param veil says which numbers are not to be written */
  public Typesetter(Pulse pulse, Veil veil) {
    this.pulse = pulse;
    this.veil = veil;
  }

  Veil veil() {
    return veil;
  }

  /** Hands a formula over on the screen's thread, at once where it has been set before. To be called on that thread. */
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
