package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.compare.landscape.LandscapeChoice.Laid;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;

/** Bar of the network's landscape: plane, centre, and training rows of the losses. */
final class NetworkBar extends HBox {
  private static final List<Integer> ROWS = List.of(200, 2000, Integer.MAX_VALUE);

  /** Centre of the plane: a variant at a step. */
  private record Centre(int variant, long step) {}

  private final LandscapeModel model;
  private final Lang lang;
  private final ObjectProperty<LandscapeChoice> choice;
  private boolean following;
  private boolean whole;

  NetworkBar(LandscapeModel model, Lang lang, Hints hints, Runnable chosen) {
    this.model = model;
    this.lang = lang;
    this.choice = model.network().choiceProperty();
    getStyleClass().add("network-bar");
    ObjectProperty<Laid> laid = new SimpleObjectProperty<>(this, "laid", choice.get().plane());
    LocalizedChoice<Laid> plane = combo("landscape-plane", "landscape.plane", hints, chosen, this::laid);
    plane.getItems().setAll(Laid.values());
    plane.valueProperty().bindBidirectional(laid);
    laid.subscribe((before, now) -> {
      if (now != null) {
        choice.set(choice.get().with(now));
      }
    });
    ComboBox<Centre> centre = combo("landscape-centre", "landscape.centre", hints, chosen, this::said);
    ComboBox<Integer> rows = combo("landscape-rows", "landscape.rows", hints, chosen, this::rows);
    rows.getItems().setAll(ROWS);
    rows.valueProperty().subscribe((before, now) -> {
      if (now != null && !following) {
        choice.set(choice.get().over(now));
      }
    });
    centre.valueProperty().subscribe((before, now) -> {
      if (now != null && !following) {
        choice.set(choice.get().from(now.variant(), now.step()));
      }
    });
    Runnable follow = () -> {
      following = true;
      List<Centre> all = new ArrayList<>();
      for (int variant = 0; variant < Math.max(1, model.trails().size()); variant++) {
        all.add(new Centre(variant, LandscapeChoice.END));
      }
      Centre now = new Centre(choice.get().lane(), choice.get().step());
      if (!all.contains(now)) {
        all.add(now);
      }
      if (!centre.getItems().equals(all)) {
        centre.getItems().setAll(all);
      }
      centre.setValue(now);
      rows.setValue(choice.get().rows());
      laid.set(choice.get().plane());
      boolean two = model.isWhole();
      if (two != whole) {
        whole = two;
        plane.sayAgain();
      }
      following = false;
    };
    model.frameProperty().subscribe(follow);
    choice.subscribe(now -> follow.run());
    model.surfaceProperty().subscribe(surface -> Sight.show(this, surface.isEmpty()));
  }

  private static String key(Laid laid) {
    return "landscape.plane." + laid.name().toLowerCase(Locale.ROOT);
  }

  /** With two parameters the plane is the whole weight space. */
  private String laid(Laid one) {
    return lang.say(one == Laid.STEPS && whole ? "landscape.plane.weights" : key(one));
  }

  private String said(Centre centre) {
    return centre.step() == LandscapeChoice.END ? lang.say("landscape.centre.end", VariantTexts.letter(centre.variant()))
        : lang.say("landscape.centre.step", VariantTexts.letter(centre.variant()), centre.step());
  }

  private String rows(int most) {
    return most == Integer.MAX_VALUE ? lang.say("landscape.rows.all") : lang.say("landscape.rows.some", most);
  }

  private <T> LocalizedChoice<T> combo(String id, String key, Hints hints, Runnable chosen, Function<T, String> words) {
    Label name = new Label();
    name.getStyleClass().add("mut");
    name.textProperty().bind(lang.bind(key));
    name.setMinWidth(USE_PREF_SIZE);
    LocalizedChoice<T> combo = new LocalizedChoice<>(id, lang, hints, key + ".help", words, chosen);
    name.setLabelFor(combo);
    if (combo.getId().equals("landscape-plane")) {
      new Terms(lang).explain(name, "filter-normalization");
    }
    getChildren().addAll(name, combo);
    return combo;
  }

  void nextPlane() {
    Laid[] all = Laid.values();
    choice.set(choice.get().with(all[(choice.get().plane().ordinal() + 1) % all.length]));
  }
}
