package studio.backprop.ui.watch.doctor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.doctor.Finding.Area;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.Unjudged;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** Card of a healthy run: one line per part of a step, expandable to all checks, passed and undecided. */
final class HealthyCard extends VBox {
  private final Lang lang;
  private final Label head = new Label(null, Icon.OK.view());
  /** Check that cannot be decided because of the remedy just applied. */
  private final Label balanced = new Label(null, Icon.INFO.view());
  private final VBox lines = new VBox();
  private final Set<Area> opened = EnumSet.noneOf(Area.class);
  private List<Unjudged> said = List.of();

  HealthyCard(Lang lang, Message at, List<Unjudged> unjudged) {
    this.lang = lang;
    getStyleClass().addAll("card", "healthy");
    head.getStyleClass().addAll("strong", "ok");
    lines.getStyleClass().add("groups");
    balanced.setWrapText(true);
    balanced.getStyleClass().addAll("note", "unjudged");
    balanced.setText(lang.say("doctor.balanced"));
    getChildren().addAll(head, balanced, lines);
    list(unjudged);
    say(at, unjudged);
  }

  void say(Message at, List<Unjudged> unjudged) {
    head.setText(healthy(lang, at, unjudged));
    if (!unjudged.equals(said)) {
      list(unjudged);
    }
  }

  /** No findings so far; later steps may still have some. */
  static String healthy(Lang lang, Message at, List<Unjudged> unjudged) {
    return lang.say(unjudged.stream().anyMatch(Unjudged::later) ? "doctor.healthy.so_far" : "doctor.healthy", at);
  }

  private void list(List<Unjudged> unjudged) {
    said = unjudged;
    Sight.show(balanced, unjudged.stream().anyMatch(one -> one.reason().key().equals("doctor.unjudged.balanced")));
    lines.getChildren().setAll(Arrays.stream(Area.values()).map(this::group).toList());
  }

  private VBox group(Area area) {
    List<Kind> kinds = Arrays.stream(Kind.values()).filter(kind -> kind.area() == area)
        .filter(kind -> said.stream().noneMatch(one -> one.kind() == kind && one.isElsewhere())).toList();
    List<Unjudged> waits = said.stream().filter(one -> kinds.contains(one.kind()) && one.later()).toList();
    long fine = kinds.stream().filter(kind -> said.stream().noneMatch(one -> one.kind() == kind)).count();
    String passed = lang.say("doctor.group.fine", fine);
    Button line = new Button(
        lang.say("doctor.group", lang.say(area.title()), waits.isEmpty() ? passed : lang.say("doctor.group.open", passed, waits.size())),
        (opened.contains(area) ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT).view());
    line.getStyleClass().addAll("flat", "group-line");
    line.setMaxWidth(Double.MAX_VALUE);
    line.setOnAction(event -> toggle(area));
    VBox group = new VBox(line);
    group.getStyleClass().add("checked");
    if (opened.contains(area)) {
      group.getChildren().addAll(kinds.stream().map(this::line).toList());
    }
    return group;
  }

  private void toggle(Area area) {
    if (!opened.remove(area)) {
      opened.add(area);
    }
    list(said);
    ((VBox) lines.getChildren().get(area.ordinal())).getChildren().get(0).requestFocus();
  }

  /** A check that is passed, pending, or not applicable to this run. */
  private Label line(Kind kind) {
    Optional<Unjudged> open = said.stream().filter(one -> one.kind() == kind).findFirst();
    String text = open.map(one -> lang.say("doctor.unjudged", kind.fine(), one.reason())).orElseGet(() -> lang.say(kind.fine()));
    Label line = new Label(text, (open.isEmpty() ? Icon.CHECK : open.get().later() ? Icon.WAITS : Icon.INFO).view());
    line.setWrapText(true);
    line.getStyleClass().add(open.isEmpty() ? "passed" : "unjudged");
    return line;
  }
}
