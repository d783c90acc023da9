package studio.backprop.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can happen to a file on its way, by accident or by intent. */
final class Mutation {
  private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,] ?)(\"[^\"]*\"|-?\\d[\\d.eE+-]*|true|false)(?= ?[,\\]}\\n])");
  private static final Pattern NAME = Pattern.compile("\"(\\w+)\"(?= :)");
  private static final String[] ABSURD = {
    "0", "-1", "0.5", "1e300", "-1e300", "16384", "16777216", "1000000000", "2147483647", "-2147483648", "9223372036854775807",
    "99999999999999999999999999", "1e-320", "null", "true", "\"\"", "\"x\"", "\"he_normal\"", "[]", "{}", "[ 1 ]", "[ 4096, 4096 ]",
    "[ 1, 2147483647, 2147483647 ]", "[ [ [ ] ] ]", "\"\\u0000\"", "\"\\ud800\""
  };

  private Mutation() {}

  /** A kind of mutation. */
  enum Kind {
    BYTES {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) {
        byte[] changed = file.clone();
        for (int flip = 1 + random.nextInt(8); flip > 0; flip--) {
          changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
      }
    },
    CUT {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) {
        return Arrays.copyOf(file, random.nextInt(file.length));
      }
    },
    HOLE {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) {
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + 1 + random.nextInt(4096));
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(file, 0, from);
        rest.write(file, to, file.length - to);
        return rest.toByteArray();
      }
    },
    ZEROED {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) {
        byte[] changed = file.clone();
        int from = random.nextInt(file.length);
        Arrays.fill(changed, from, Math.min(file.length, from + 512), (byte) 0);
        return changed;
      }
    },
    SWAPPED_ENTRIES {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        Map<String, byte[]> entries = Projects.unzip(file);
        List<String> names = new ArrayList<>(entries.keySet());
        List<byte[]> contents = new ArrayList<>(entries.values());
        Collections.swap(contents, random.nextInt(names.size()), random.nextInt(names.size()));
        Map<String, byte[]> swapped = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
          swapped.put(names.get(i), contents.get(i));
        }
        return Projects.zip(swapped);
      }
    },
    LOST_ENTRY {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        Map<String, byte[]> entries = Projects.unzip(file);
        entries.remove(List.copyOf(entries.keySet()).get(random.nextInt(entries.size())));
        return entries.isEmpty() ? new byte[0] : Projects.zip(entries);
      }
    },
    MUTATED_ENTRY {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        Map<String, byte[]> entries = Projects.unzip(file);
        String name = List.copyOf(entries.keySet()).get(random.nextInt(entries.size()));
        Kind kind = random.nextInt(2) == 0 ? BYTES : HOLE;
        entries.computeIfPresent(name, (n, content) -> content.length == 0 ? content : unchecked(kind, content, random));
        return Projects.zip(entries);
      }
    },
    NESTED {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        Map<String, byte[]> entries = Projects.unzip(file);
        byte[] inner = file;
        for (int depth = random.nextInt(20); depth > 0; depth--) {
          inner = Projects.zip(Map.of("project.json", inner));
        }
        entries.put(random.nextInt(2) == 0 ? "project.json" : "weights.bin", inner);
        return Projects.zip(entries);
      }
    },
    ABSURD_VALUE {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        return inJson(file, random, VALUE, ABSURD[random.nextInt(ABSURD.length)]);
      }
    },
    TWO_ABSURD_VALUES {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        return ABSURD_VALUE.mutate(ABSURD_VALUE.mutate(file, random), random);
      }
    },
    OTHER_NAME {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        return inJson(file, random, NAME, "\"other\"");
      }
    },
    DEEP {
      @Override
      byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        int depth = 1 << random.nextInt(18);
        return inJson(file, random, VALUE, "[".repeat(depth) + "]".repeat(random.nextInt(2) * depth));
      }
    };

    abstract byte[] mutate(byte[] file, SplittableRandom random) throws IOException;

    private static byte[] unchecked(Kind kind, byte[] content, SplittableRandom random) {
      try {
        return kind.mutate(content, random);
      } catch (IOException e) {
        throw new AssertionError("an array in memory can be written", e);
      }
    }

    private static byte[] inJson(byte[] file, SplittableRandom random, Pattern place, String text) throws IOException {
      List<String> sections = Projects.unzip(file).keySet().stream().filter(name -> name.endsWith(".json")).toList();
      String section = sections.get(random.nextInt(sections.size()));
      String json = new String(Projects.unzip(file).get(section), StandardCharsets.UTF_8);
      Matcher matcher = place.matcher(json);
      List<MatchResult> found = matcher.results().toList();
      if (found.isEmpty()) {
        return file;
      }
      MatchResult chosen = found.get(random.nextInt(found.size()));
      return Projects.with(file, section, json.substring(0, chosen.start()) + text + json.substring(chosen.end()));
    }
  }
}
