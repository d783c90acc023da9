package studio.backprop.ui.learn.lesson;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import studio.backprop.ui.kit.FocusRing;

/**
 * Focus management of a lesson: at the answer as a step begins, at the continue button once answered, and at the page during commands.
 * Screen readers announce what has appeared, and on the page all its text.
 */
final class LessonFocus {
  /** Texts with the engine's numbers and sliders appear shortly after their step; after this time in ns the focus moves on without them. */
  private static final long PATIENCE = 2_000_000_000L;

  private final LessonModel model;
  private final Region pane;
  private final ScrollPane page;
  private final QuestionPane question;
  private final Region weights;
  private final LessonFooter footer;
  private final EventHandler<KeyEvent> keys = this::hear;
  private final EventHandler<MouseEvent> mouse = event -> byKeys = false;
  /** Pressed keys, and those pressed before the focus moved, which do not apply to the new focus owner. */
  private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
  private final Set<KeyCode> stale = EnumSet.noneOf(KeyCode.class);
  /** Whether the focus ring is drawn: keyboard navigation. */
  private boolean byKeys = true;
  private boolean due;
  private long until;
  private Subscription owner = Subscription.EMPTY;
  private StepTexts before = StepTexts.NONE;
  private String news = "";

  /** @param pane root of the lesson @param page its text */
  LessonFocus(LessonModel model, Region pane, ScrollPane page, QuestionPane question, Region weights, LessonFooter footer) {
    this.model = model;
    this.pane = pane;
    this.page = page;
    this.question = question;
    this.weights = weights;
    this.footer = footer;
    page.setFocusTraversable(true);
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::handOn);
    pane.sceneProperty().subscribe(this::follow);
    model.phaseProperty().subscribe((was, now) -> move(was == Phase.REVEALING && now == Phase.ASKING ? 0 : PATIENCE)); // reopened
    model.endedProperty().subscribe((was, now) -> move(0));
    model.playingProperty().subscribe((was, now) -> move(0));
  }

  private void follow(Scene was, Scene now) {
    owner.unsubscribe();
    if (was != null) {
      was.removeEventFilter(KeyEvent.ANY, keys);
      was.removeEventFilter(MouseEvent.MOUSE_PRESSED, mouse);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.ANY, keys);
      now.addEventFilter(MouseEvent.MOUSE_PRESSED, mouse);
      owner = now.focusOwnerProperty().subscribe((before, after) -> rescue(before));
    }
  }

  /** The focus owner was removed, such as a button that is used once: JavaFX would focus the window's first control. */
  private void rescue(Node lost) {
    boolean rests = model.phase() != Phase.PREPARING && model.phase() != Phase.REVEALING;
    if (lost == null && rests && !due) {
      due = true;
      until = System.nanoTime();
    }
  }

  private void hear(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_RELEASED) {
      held.remove(event.getCode());
      stale.remove(event.getCode());
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() != KeyCode.TAB) { // which FocusRing presses, too
      byKeys = true;
      held.add(event.getCode());
      if (stale.contains(event.getCode())) {
        event.consume();
      }
    }
  }

  /** Scrolls by up and down; forwards other keys to the window. */
  private void handOn(KeyEvent event) {
    boolean taken = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
    if (event.getTarget() == page && taken) {
      event.consume();
      pane.fireEvent(event.copyFor(pane, pane));
    }
  }

  /** During commands the focus is on the page; afterwards it moves to the landing node. */
  private void move(long patience) {
    boolean works = model.phase() == Phase.PREPARING || model.phase() == Phase.REVEALING;
    due = !works;
    until = System.nanoTime() + patience;
    before = model.textsProperty().get();
    if (isHere() && !model.presentedProperty().get()) {
      page.requestFocus();
    }
  }

  /** Whether the focus is in the lesson, or on a removed node. */
  private boolean isHere() {
    Node focused = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
    Node at = focused;
    while (at != null && at != pane) {
      at = at.getParent();
    }
    return focused == null || focused.getScene() != pane.getScene() || at == pane;
  }

  /** Announces the page's text, and what of it is new. */
  void say(String all, String fresh) {
    page.setAccessibleText(all);
    news = fresh;
  }

  /** After the texts were rebuilt, as for another language: restores the focus. */
  void renew() {
    if (isHere()) {
      move(0);
    }
  }

  /** Called once a frame. */
  void look() {
    boolean there = model.textsProperty().get() != before && (!weights.isVisible() || weight().isPresent());
    if (due && pane.getScene() != null && (there || System.nanoTime() - until >= 0)) {
      due = false;
      boolean types = !isHere() && pane.getScene().getFocusOwner() instanceof TextInputControl;
      if (!model.presentedProperty().get() && !types) {
        lead(landing());
      }
    }
  }

  private void lead(Node target) {
    stale.addAll(held);
    if (target != page && !target.accessibleHelpProperty().isBound()) { // a field has its own accessible help
      target.setAccessibleHelp(news);
    }
    if (byKeys) {
      FocusRing.lead(target);
    } else {
      target.requestFocus();
    }
  }

  /** The first weight slider, if any. */
  private Optional<Node> weight() {
    return Stream.of(".slider", ".text-field").map(weights::lookup).filter(Objects::nonNull).findFirst();
  }

  /** Landing node of the focus: continue button, answer, weight slider, or page. */
  Node landing() {
    Optional<Node> asked = question.isVisible() ? question.first() : weight();
    return footer.leadsOn() ? footer.main() : asked.filter(one -> !one.isDisabled()).orElse(page);
  }
}
