package dev.whippet.image;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;

/// Reads `file:` URLs, which each image can. The JDK lists a folder in the order of a language, and
/// writes a file's time as HTTP would, and so brings both into every image. Here the names of a
/// folder are in the order of their characters, and there is no header `last-modified`: the time is
/// what `getLastModified` returns.
@TargetClass(className = "sun.net.www.protocol.file.FileURLConnection")
final class FileUrls {
  @Alias File file;
  @Alias InputStream is;
  @Alias List<String> directoryListing;
  @Alias boolean isDirectory;
  @Alias boolean initializedHeaders;
  @Alias boolean exists;
  @Alias long length;
  @Alias long lastModified;

  private FileUrls() {}

  @Alias
  public native void connect() throws IOException;

  @Substitute
  public synchronized InputStream getInputStream() throws IOException {
    connect();
    if (is == null) {
      if (directoryListing == null) {
        throw new FileNotFoundException(file.getPath());
      }
      directoryListing.sort(null);
      StringBuilder names = new StringBuilder();
      directoryListing.forEach(name -> names.append(name).append('\n'));
      is = new ByteArrayInputStream(names.toString().getBytes(Charset.defaultCharset()));
    }
    return is;
  }

  @Substitute
  void initializeHeaders() {
    try {
      connect();
      exists = file.exists();
    } catch (IOException e) {
      // there is nothing to tell of it
    }
    if (initializedHeaders && exists) {
      return;
    }
    length = file.length();
    lastModified = file.lastModified();
    Properties headers = ((Connection) (Object) this).properties;
    if (isDirectory) {
      headers.add("content-type", "text/plain");
    } else {
      String type = java.net.URLConnection.getFileNameMap().getContentTypeFor(file.getPath());
      if (type != null) {
        headers.add("content-type", type);
      }
      headers.add("content-length", Long.toString(length));
    }
    initializedHeaders = true;
  }

  @TargetClass(className = "sun.net.www.URLConnection")
  static final class Connection {
    @Alias Properties properties;
  }

  @TargetClass(className = "sun.net.www.MessageHeader")
  static final class Properties {
    @Alias
    public native void add(String name, String value);
  }
}
