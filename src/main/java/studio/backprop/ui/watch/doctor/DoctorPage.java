package studio.backprop.ui.watch.doctor;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.doctor.Finding;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.run.RoundTexts;

/** Doctor's page: one card per finding or, without any, the passed checks. */
public final class DoctorPage extends VBox {
  /** Shortcut of the page. */
  public static final String KEY = "F9";

  private final DoctorModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Label detail = new Label();
  private final VBox cards = new VBox();
  private final ScrollPane scroll = new ScrollPane(cards);

  /** @param close action of the close button */
  public DoctorPage(DoctorModel model, Lang lang, ThemeModel theme, Hints hints, Runnable close) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().addAll("doctor", "panel");
    Label title = new Label();
    title.getStyleClass().add("title");
    title.textProperty().bind(lang.bind("doctor.title"));
    title.setMinWidth(USE_PREF_SIZE);
    detail.getStyleClass().addAll("note", "mut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button closing = new CloseButton(close, "flat");
    hints.explain(closing, "doctor.close");
    HBox head = new HBox(Icon.DOCTOR.view(), title, detail, gap, closing);
    head.getStyleClass().add("head");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    cards.getStyleClass().add("cards");
    accessibleTextProperty().bind(lang.bind("doctor.title"));
    getChildren().addAll(head, scroll);
    model.findingsProperty().subscribe(this::refill);
    model.attemptProperty().subscribe((before, now) -> follow(before, now));
    model.stepProperty().subscribe((before, now) -> followStep(before.longValue()));
    model.lookedBackToProperty().subscribe((before, now) -> {
      followStep(model.stepProperty().get());
      scroll.setVvalue(0); // it is another page
    });
    model.onProject(() -> followStep(model.stepProperty().get()));
    lang.textsProperty().subscribe(texts -> fill());
    theme.paletteProperty().subscribe(palette -> fill());
  }

  /** Keeps hovered or focused cards in place while the findings are the same. */
  private void refill(List<Finding> before, List<Finding> now) {
    boolean same = kinds(before).equals(kinds(now));
    if (same && (cards.isHover() || cards.isFocusWithin())) {
      sayDetail();
    } else {
      fill();
      if (!same) {
        scroll.setVvalue(0);
      }
    }
  }

  /** Kinds of findings, and the number of their remedies. */
  private static List<String> kinds(List<Finding> findings) {
    return findings.stream().map(finding -> finding.kind().id() + finding.experiments().size()).toList();
  }

  /** Progress is updated in place; other changes rebuild the card. */
  private void follow(Optional<RunningExperiment> before, Optional<RunningExperiment> now) {
    boolean goesOn = before.isPresent() && now.isPresent() && before.get().running() && now.get().running()
        && before.get().isFor(now.get().remedy());
    if (goesOn) {
      cards.getChildren().stream().filter(FindingCard.class::isInstance).forEach(card -> ((FindingCard) card).progress(now.get().share()));
    } else {
      fill();
      cards.getChildren().stream().filter(FindingCard.class::isInstance).map(FindingCard.class::cast)
          .filter(card -> card.experimentAt().isPresent()).findFirst().ifPresent(this::bringIntoSight);
    }
  }

  /** Scrolls to the requested card and focuses it. */
  private void bringIntoSight(FindingCard card) {
    scroll.applyCss();
    scroll.layout();
    double room = cards.getHeight() - scroll.getViewportBounds().getHeight();
    double top = card.getBoundsInParent().getMinY() + card.experimentAt().orElse(0);
    scroll.setVvalue(room <= 0 ? 0 : Math.min(1, top / room));
    card.focusExperiment();
  }

  /** Without findings only the heading changes, so that nothing moves. */
  private void followStep(long before) {
    if (before == 0 || model.stepProperty().get() == 0) {
      fill();
    } else {
      sayDetail();
      cards.getChildren().stream().filter(HealthyCard.class::isInstance)
          .forEach(card -> ((HealthyCard) card).say(at(), model.unjudgedProperty().get()));
    }
  }

  private void sayDetail() {
    long step = model.stepProperty().get();
    List<Finding> found = model.findingsProperty().get();
    detail.setText(step == 0 ? "" : lang.say(model.lookedBackToProperty().get().isPresent() ? "doctor.detail.past" : "doctor.detail",
        found.size(), RoundTexts.at(model.project(), step)));
  }

  private Message at() {
    return RoundTexts.at(model.project(), model.stepProperty().get());
  }

  private void fill() {
    sayDetail();
    List<Finding> found = model.findingsProperty().get();
    if (!found.isEmpty()) {
      cards.getChildren().setAll(found.stream().map(finding -> new FindingCard(model, finding, lang, theme.palette())).toList());
    } else if (model.stepProperty().get() > 0) {
      cards.getChildren().setAll(new HealthyCard(lang, at(), model.unjudgedProperty().get()));
    } else {
      Label waits = new Label(model.lookedBackToProperty().get()
          .map(past -> lang.say("doctor.waits.past", RoundTexts.at(model.project(), past)))
          .orElseGet(() -> lang.say(RoundTexts.key("doctor.waits", model.project()))));
      waits.setWrapText(true);
      waits.getStyleClass().add("mut");
      cards.getChildren().setAll(waits);
    }
  }
}
