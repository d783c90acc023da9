package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** Thumbnails of the layouts of earlier steps: a click goes back to one. */
final class EpochStrip extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double DOT = 1.8;
  private static final double LEAST = 132;
  private static final double LOWEST = 96;
  private static final double HIGHEST = 150;
  private static final double SHARE = 0.2;

  private final EmbeddingModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final EmbeddingTexts words;
  private final HBox cards = new HBox();
  private final Label note = new Label();

  EpochStrip(EmbeddingModel model, Lang lang, ThemeModel theme, EmbeddingTexts words) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    getStyleClass().add("epoch-strip");
    cards.getStyleClass().add("cards");
    note.getStyleClass().addAll("note", "mut");
    getChildren().addAll(cards, note);
    model.keptProperty().subscribe(this::show);
    model.colourProperty().subscribe(this::show);
    model.pointsProperty().subscribe((before, now) -> mark());
    theme.paletteProperty().subscribe(this::show);
    lang.whenWrittenAnew(this::show);
    cards.widthProperty().subscribe(this::show);
  }

  /** Limits its height to a share of the page's. */
  void follow(double height) {
    cards.setPrefHeight(Math.max(LOWEST, Math.min(HIGHEST, SHARE * height)));
  }

  private void show() {
    List<EmbeddedPoints> kept = model.keptProperty().get();
    int room = Math.max(1, (int) (cards.getWidth() / LEAST));
    List<Node> shown = new ArrayList<>();
    List<EmbeddedPoints> some = kept.subList(Math.max(0, kept.size() - room), kept.size());
    for (EmbeddedPoints one : some) {
      int epoch = model.epochOf(one.step());
      boolean alone = some.stream().filter(other -> model.epochOf(other.step()) == epoch).count() == 1;
      shown.add(card(one, alone ? lang.say("embedding.epoch", epoch) : lang.say("embedding.at_step", one.step())));
    }
    boolean focused = cards.isFocusWithin();
    cards.getChildren().setAll(shown);
    if (focused && !shown.isEmpty()) { // keeps the focus in the page
      shown.get(shown.size() - 1).requestFocus();
    }
    boolean labels = !kept.isEmpty() && kept.get(0).hasLabels();
    note.setText(lang.say(labels ? "embedding.strip.note" : "embedding.strip.note_plain"));
    Sight.show(this, !kept.isEmpty());
    mark();
  }

  /** @param when its epoch, or its step if several cards are of one epoch */
  private Button card(EmbeddedPoints points, String when) {
    Label epoch = new Label(when);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label same = new Label(points.hasLabels() ? words.share(points.same()) : "");
    same.getStyleClass().add("strong");
    PointsPainter painter = new PointsPainter();
    PointsCamera camera = new PointsCamera();
    camera.fit(points.layout());
    painter.colour(points, model.colourProperty().get(), theme.palette());
    Painting picture = new Painting((GraphicsContext g, double width, double height) ->
        painter.points(g, points, camera, width, height, DOT, false));
    picture.setMinSize(0, 0);
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox content = new VBox(new HBox(epoch, gap, same), picture);
    content.setMinWidth(0);
    Button card = new Button(null, content);
    content.prefWidthProperty().bind(card.widthProperty().subtract(18));
    content.prefHeightProperty().bind(card.heightProperty().subtract(14));
    card.getStyleClass().addAll("bare", "epoch-card");
    card.setUserData(points);
    card.setMinWidth(0);
    card.setPrefWidth(LEAST);
    card.setAccessibleText(lang.say("embedding.epoch.said", model.epochOf(points.step()), points.step(), words.share(points.same())));
    card.setOnAction(event -> model.goTo(points));
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private void mark() {
    EmbeddedPoints now = model.pointsProperty().get();
    cards.getChildren().forEach(card -> card.pseudoClassStateChanged(
        CHOSEN, now != null && card.getUserData() instanceof EmbeddedPoints kept && kept.step() == now.step()));
  }
}
