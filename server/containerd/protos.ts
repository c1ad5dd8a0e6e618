import { Messages } from '../grpc/messages';

/**
 * The part of containerd's API that is read: of each message the fields that nsview looks at, by their numbers.
 * https://github.com/containerd/containerd/tree/main/api (Apache-2.0), alike in 1.x and 2.x.
 */
export const CONTAINERD = new Messages(`
message Empty {}
message Any { string type_url = 1; bytes value = 2; }

message VersionResponse { string version = 1; }

message Namespace { string name = 1; }
message ListNamespacesResponse { repeated Namespace namespaces = 1; }

message Runtime { string name = 1; }
message Container {
  string id = 1;
  map<string, string> labels = 2;
  string image = 3;
  Runtime runtime = 4;
  Any spec = 5;
  Timestamp updated_at = 9;
}
message GetContainerRequest { string id = 1; }
message GetContainerResponse { Container container = 1; }
message ListContainersResponse { repeated Container containers = 1; }

message Process {
  string id = 2;
  uint32 pid = 3;
  uint32 status = 4;
  uint32 exit_status = 9;
}
message GetTaskRequest { string container_id = 1; }
message GetTaskResponse { Process process = 1; }
message ListTasksResponse { repeated Process tasks = 1; }

message Timestamp { int64 seconds = 1; int32 nanos = 2; }
message SubscribeRequest { repeated string filters = 1; }
message Subject { string id = 1; }
message Envelope { Timestamp timestamp = 1; string namespace = 2; string topic = 3; Any event = 4; }
`);
