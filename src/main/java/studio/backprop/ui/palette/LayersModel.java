package studio.backprop.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.layer.Group;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.ui.kit.LayerSearch;

/** The layers on offer and the search among them. */
public final class LayersModel {
  private static final int COLUMNS = 2;

  /**
   * A group with those of its layers that were searched for.
   *
   * @param group never without a layer
   */
  public record Section(Group group, List<LayerType> types) {}

  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObservableValue<List<Section>> sections = search.map(LayersModel::find);
  private final ObjectProperty<LayerType> pointed = new SimpleObjectProperty<>(this, "pointed", LayerCatalog.types().get(0));
  private final Consumer<LayerType> add;

  /** @param add puts a layer into the network without a drag */
  public LayersModel(Consumer<LayerType> add) {
    this.add = add;
  }

  // --- what there is to see

  /** What is looked for, in a title of either language or an id. */
  public StringProperty searchProperty() {
    return search;
  }

  public ObservableValue<List<Section>> sectionsProperty() {
    return sections;
  }

  /** All layers found, in order. */
  public List<LayerType> found() {
    return sections.getValue().stream().flatMap(s -> s.types().stream()).toList();
  }

  /** The layer whose help is shown: the last one pointed at. */
  public ObjectProperty<LayerType> pointedProperty() {
    return pointed;
  }

  /** The layer that an arrow key leads to from another, in rows of two; empty at the edge. */
  public Optional<LayerType> beside(LayerType from, int right, int down) {
    List<List<LayerType>> rows = rows();
    for (int row = 0; row < rows.size(); row++) {
      int column = rows.get(row).indexOf(from);
      if (column >= 0) {
        return down == 0 ? at(found(), found().indexOf(from) + right) : at(rows, row + down).map(r -> r.get(Math.min(column, r.size() - 1)));
      }
    }
    return Optional.empty();
  }

  // --- what can be done

  public void add(LayerType type) {
    add.accept(type);
  }

  /** Adds the first layer found, if there is one. */
  public void addFirst() {
    found().stream().findFirst().ifPresent(add);
  }

  private List<List<LayerType>> rows() {
    List<List<LayerType>> rows = new ArrayList<>();
    for (Section section : sections.getValue()) {
      for (int i = 0; i < section.types().size(); i += COLUMNS) {
        rows.add(section.types().subList(i, Math.min(i + COLUMNS, section.types().size())));
      }
    }
    return rows;
  }

  private static <T> Optional<T> at(List<T> list, int index) {
    return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }

  private static List<Section> find(String search) {
    List<Section> sections = new ArrayList<>();
    for (Group group : Group.values()) {
      List<LayerType> types = LayerCatalog.types().stream().filter(t -> t.group() == group && LayerSearch.matches(t, search)).toList();
      if (!types.isEmpty()) {
        sections.add(new Section(group, types));
      }
    }
    return sections;
  }
}
