package studio.backprop.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import studio.backprop.network.Marks;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Note;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of a network's notes and groups; missing in older files. */
final class MarksJson {
  private static final int MAX_ITEMS = 1000;
  private static final double FARTHEST = 1e6;

  private MarksJson() {}

  static ObjectNode write(Marks marks) {
    ObjectNode object = Json.object();
    object.put("nextId", marks.nextId());
    ArrayNode notes = object.putArray("notes");
    marks.notes().forEach(note -> notes.add(write(note)));
    ArrayNode groups = object.putArray("groups");
    marks.groups().forEach(group -> groups.add(write(group)));
    return object;
  }

  private static ObjectNode write(Note note) {
    ObjectNode object = Json.object();
    object.put("id", note.id());
    object.put("text", note.text());
    object.put("colour", Values.name(note.colour()));
    object.put("x", note.x());
    object.put("y", note.y());
    object.put("width", note.width());
    object.put("height", note.height());
    return object;
  }

  private static ObjectNode write(NodeGroup group) {
    ObjectNode object = Json.object();
    object.put("id", group.id());
    object.put("name", group.name());
    object.set("nodes", SettingsJson.write(group.members().stream().mapToInt(id -> id).toArray()));
    if (group.folded()) {
      object.put("folded", group.closed());
    }
    return object;
  }

  /**
   * @param network JSON object of the network
   * @param nodes ids of its nodes
   */
  static Marks read(Fields network, Set<Integer> nodes) throws StoreProblem {
    if (!network.has("marks")) {
      return Marks.NONE;
    }
    Fields fields = network.object("marks");
    int nextId = fields.whole("nextId", 1, Integer.MAX_VALUE);
    Set<Integer> ids = new HashSet<>();
    List<Note> notes = new ArrayList<>();
    for (Fields item : fields.objects("notes", MAX_ITEMS)) {
      notes.add(note(item, id(item, nextId, ids)));
    }
    List<NodeGroup> groups = new ArrayList<>();
    for (Fields item : fields.objects("groups", MAX_ITEMS)) {
      groups.add(group(item, id(item, nextId, ids), nodes));
    }
    if (!nested(groups)) {
      throw StoreProblem.value("store.mark", fields.path("groups"));
    }
    return new Marks(notes, groups, nextId);
  }

  private static int id(Fields item, int nextId, Set<Integer> taken) throws StoreProblem {
    int id = item.whole("id", 1, nextId - 1);
    if (!taken.add(id)) {
      throw StoreProblem.value("store.mark", item.path("id"));
    }
    return id;
  }

  private static Note note(Fields item, int id) throws StoreProblem {
    return new Note(id, item.text("text"), item.choice("colour", Note.Colour.class),
        item.real("x", -FARTHEST, FARTHEST), item.real("y", -FARTHEST, FARTHEST),
        item.real("width", Note.LEAST_WIDTH, Note.MOST), item.real("height", Note.LEAST_HEIGHT, Note.MOST));
  }

  /** Whether the groups are nested or disjoint. */
  private static boolean nested(List<NodeGroup> groups) {
    Map<Integer, Integer> around = new HashMap<>();
    for (NodeGroup group : groups.stream().sorted(Comparator.comparingInt(NodeGroup::size).reversed()).toList()) {
      Integer first = around.get(group.members().get(0));
      if (!group.members().stream().allMatch(node -> Objects.equals(around.get(node), first))) {
        return false;
      }
      group.members().forEach(node -> around.put(node, group.id()));
    }
    return true;
  }

  private static NodeGroup group(Fields item, int id, Set<Integer> nodes) throws StoreProblem {
    Set<Integer> members = new LinkedHashSet<>();
    for (int node : item.wholes("nodes", MAX_ITEMS)) {
      if (!nodes.contains(node) || !members.add(node)) {
        throw StoreProblem.value("store.mark", item.path("nodes"));
      }
    }
    if (members.isEmpty()) {
      throw StoreProblem.value("store.mark", item.path("nodes"));
    }
    double closed = item.has("folded") ? item.real("folded", 0, FARTHEST) : 0;
    return new NodeGroup(id, item.text("name"), List.copyOf(members), item.has("folded"), closed);
  }
}
