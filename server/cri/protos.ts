import { Messages } from '../grpc/messages';

/**
 * The part of CRI that is read: of each message the fields that nsview looks at, by their numbers.
 * https://github.com/kubernetes/cri-api/blob/master/pkg/apis/runtime/v1/api.proto (Apache-2.0)
 */
export const CRI = new Messages(`
message Empty {}
message VersionResponse { string runtime_name = 2; string runtime_version = 3; }

message Metadata { string name = 1; }
message PodSandbox {
  string id = 1;
  Metadata metadata = 2;
  int32 state = 3;
  int64 created_at = 4;
  map<string, string> labels = 5;
  string runtime_handler = 7;
}
message ListPodSandboxResponse { repeated PodSandbox items = 1; }
message PodSandboxStatusRequest { string pod_sandbox_id = 1; bool verbose = 2; }
message PodSandboxStatusResponse { map<string, string> info = 2; }

message ImageSpec { string image = 1; }
message Container {
  string id = 1;
  string pod_sandbox_id = 2;
  Metadata metadata = 3;
  ImageSpec image = 4;
  int32 state = 6;
  int64 created_at = 7;
  map<string, string> labels = 8;
}
message ListContainersResponse { repeated Container containers = 1; }
message ContainerStatusRequest { string container_id = 1; bool verbose = 2; }
message ContainerStatus { int64 started_at = 5; int32 exit_code = 7; ImageSpec image = 8; }
message ContainerStatusResponse { ContainerStatus status = 1; map<string, string> info = 2; }
`);
