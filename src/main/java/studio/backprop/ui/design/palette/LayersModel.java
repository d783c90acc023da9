package studio.backprop.ui.design.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.layer.Group;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.LayerSearch;

/** Catalog of layer types and the search in it. */
public final class LayersModel {
  private static final int COLUMNS = 2;
  /** Most common layers, listed first and left out of their groups. */
  private static final List<String> COMMON = List.of("input", "dense", "conv2d", "max_pool2d", "flatten", "dropout", "output");
  private static final int OPEN_AT_FIRST = 3;
  /** Group of user-defined blocks; initially open. */
  static final String OWN_BLOCKS = "palette.own_blocks";

  /**
   * Group with its layers found.
   *
   * @param id of the group, under which its state is kept
   * @param types never empty
   */
  public record Section(String id, Message title, List<LayerType> types) {}

  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObservableValue<List<Section>> sections;
  private final ObjectProperty<Set<String>> open = new SimpleObjectProperty<>(this, "open", first());
  private final Consumer<LayerType> add;

  /** @param add adds a layer to the network without a drag */
  public LayersModel(Consumer<LayerType> add) {
    this(add, new SimpleBooleanProperty(false));
  }

  /**
   * @param add adds a layer to the network without a drag
   * @param opposed whether the project is a GAN, which needs a layer that others do not
   */
  public LayersModel(Consumer<LayerType> add, ObservableValue<Boolean> opposed) {
    this.add = add;
    this.sections = Bindings.createObjectBinding(() -> find(search.get(), opposed.getValue()), search, opposed);
  }

  /** Search text, matched with titles in either language and ids. */
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

  /** Ids of the unfolded groups. */
  public ObjectProperty<Set<String>> openProperty() {
    return open;
  }

  /** Whether a group shows its layers; all do while there is a search text. */
  public ObservableValue<Boolean> shows(String group) {
    return Bindings.createBooleanBinding(() -> searching() || open.get().contains(group), open, search);
  }

  private boolean searching() {
    return !search.get().isBlank();
  }

  /** All visible layers, in order. */
  List<LayerType> shown() {
    return sections.getValue().stream().filter(section -> shows(section.id()).getValue()).flatMap(section -> section.types().stream())
        .toList();
  }

  /** Neighbour of a layer in rows of two, for the arrow keys; empty at the edge. */
  public Optional<LayerType> beside(LayerType from, int right, int down) {
    List<List<LayerType>> rows = rows();
    for (int row = 0; row < rows.size(); row++) {
      int column = rows.get(row).indexOf(from);
      if (column >= 0) {
        return down == 0 ? at(shown(), shown().indexOf(from) + right) : at(rows, row + down)
            .map(r -> r.get(Math.min(column, r.size() - 1)));
      }
    }
    return Optional.empty();
  }

  public void toggle(String group) {
    Set<String> now = new TreeSet<>(open.get());
    if (!now.remove(group)) {
      now.add(group);
    }
    open.set(Set.copyOf(now));
  }

  public void add(LayerType type) {
    add.accept(type);
  }

  public void addFirst() {
    found().stream().findFirst().ifPresent(add);
  }

  private List<List<LayerType>> rows() {
    List<List<LayerType>> rows = new ArrayList<>();
    for (Section section : sections.getValue().stream().filter(section -> shows(section.id()).getValue()).toList()) {
      for (int i = 0; i < section.types().size(); i += COLUMNS) {
        rows.add(section.types().subList(i, Math.min(i + COLUMNS, section.types().size())));
      }
    }
    return rows;
  }

  private static <T> Optional<T> at(List<T> list, int index) {
    return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }

  private static List<Section> find(String search, boolean opposed) {
    List<LayerType> all = opposed ? LayerCatalog.known() : LayerCatalog.types();
    List<Section> sections = new ArrayList<>();
    List<LayerType> common = search.isBlank() ? COMMON.stream().map(id -> LayerCatalog.find(id).orElseThrow()).toList() : List.of();
    if (!common.isEmpty()) {
      sections.add(new Section("common", Message.of("palette.common"), common));
    }
    for (Group group : Group.values()) {
      List<LayerType> types = all.stream()
          .filter(t -> t.group() == group && !common.contains(t) && LayerSearch.matches(t, search)).toList();
      if (!types.isEmpty()) {
        sections.add(new Section(group.name().toLowerCase(Locale.ROOT), group.title(), types));
      }
    }
    return sections;
  }

  private static Set<String> first() {
    return Stream.concat(find("", false).stream().limit(OPEN_AT_FIRST).map(Section::id), Stream.of(OWN_BLOCKS))
        .collect(Collectors.toUnmodifiableSet());
  }
}
