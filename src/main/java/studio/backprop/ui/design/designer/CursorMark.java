package studio.backprop.ui.design.designer;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import studio.backprop.observe.Snapshot;
import studio.backprop.train.Cursor;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.node.NodeLayer;

/** Marks the node of the debugger's current op in the colour of its phase. */
final class CursorMark {
  private final Map<Cursor.Phase, PseudoClass> states = new EnumMap<>(Cursor.Phase.class);
  private final CanvasDesk desk;
  private final NodeLayer nodes;
  private Optional<Cursor> shown = Optional.empty();

  CursorMark(CanvasDesk desk, NodeLayer nodes) {
    this.desk = desk;
    this.nodes = nodes;
    for (Cursor.Phase phase : Cursor.Phase.values()) {
      states.put(phase, PseudoClass.getPseudoClass("in-" + phase.name().toLowerCase(Locale.ROOT)));
    }
    desk.run().frameProperty().subscribe(this::refresh);
  }

  private void refresh() {
    Optional<Cursor> now = desk.run().snapshot().flatMap(Snapshot::cursor);
    if (!now.equals(shown)) {
      shown.ifPresent(cursor -> mark(cursor, false));
      now.ifPresent(cursor -> mark(cursor, true));
      shown = now;
    }
  }

  private void mark(Cursor cursor, boolean on) {
    if (desk.model().network().find(cursor.node()).isPresent()) {
      nodes.view(cursor.node()).pseudoClassStateChanged(states.get(cursor.phase()), on);
    }
  }
}
